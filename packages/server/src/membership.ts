import { ok, type Result, refuse } from '@anshao/core';
import type { Membership } from '@anshao/core/org';
import { conflicts, isHandlingRole } from '@anshao/core/org';
import { Busy } from './database';
import { type Member, members, units } from './documents';
import { personOf, sealOpenid } from './people';
import { memberOf } from './viewer';
import { forgetWorld } from './world';

const TRIES = 5;

const holds = (posts: readonly Membership[], post: Membership): boolean =>
  posts.some(({ role, unit }) => role === post.role && unit === post.unit);

/**
 * Gives a person a post, once however often it is asked, and counts the unit's handlers.
 * Errors: ROLE_CONFLICT.
 * @throws Busy when the membership changes all the time
 */
export const bind = async (openid: string, post: Membership): Promise<Result<Member>> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const member = await memberOf(openid);
    const next = member === undefined ? newMember(openid, post) : withPost(member, post);
    if (!next.ok) return next;
    if (member === next.value || (await save(member, next.value))) {
      await countHandler(next.value._id, post);
      return next;
    }
  }
  throw new Busy('a membership', undefined);
};

const newMember = (openid: string, post: Membership): Result<Member> =>
  ok({
    _id: personOf(openid),
    version: 1,
    posts: [post],
    sealed: sealOpenid(openid),
    accepts: 0,
    acceptRequests: [],
  });

const withPost = (member: Member, post: Membership): Result<Member> => {
  if (holds(member.posts, post)) return ok(member);
  if (conflicts(member.posts, post) !== undefined) return refuse('ROLE_CONFLICT');
  return ok({ ...member, version: member.version + 1, posts: [...member.posts, post] });
};

const save = (before: Member | undefined, next: Member): Promise<boolean> =>
  before === undefined
    ? members.insert(next)
    : members.change(
        { _id: before._id, version: before.version },
        { set: { posts: next.posts }, increase: { version: 1 } },
      );

/** `officers` counts people, each once: the list beside it says who has been counted. */
const countHandler = async (person: string, post: Membership): Promise<void> => {
  if (!isHandlingRole(post.role)) return;
  await units.change(
    { _id: post.unit, bound: { not: person } },
    { push: { bound: [person] }, increase: { officers: 1 } },
  );
  forgetWorld();
};
