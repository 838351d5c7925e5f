import { type Post, postKey } from '../../services/session';
import { roleName } from '../../vendor/core';

export interface PostRow {
  readonly key: string;
  readonly role: string;
  readonly unit: string;
  readonly duties: string;
  readonly chosen: boolean;
}

const ENOUGH = 100;

/** A post as the bar and its sheet show it: role, unit, and how much waits there. */
export const postRow = (post: Post, chosen: Post | undefined): PostRow => ({
  key: postKey(post),
  role: `${roleName(post.role, post.unit.kind)}${post.lead ? '（负责人）' : ''}`,
  unit: post.unit.unionName,
  duties: `待办 ${post.duties >= ENOUGH ? '100+' : post.duties}`,
  chosen: chosen !== undefined && postKey(post) === postKey(chosen),
});
