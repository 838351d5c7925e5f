import type { Post } from '../../../services/session';
import {
  isFoundingCode,
  isHandlingRole,
  isInviteCode,
  normalizeCode,
  roleName,
} from '../../../vendor/core';

/** What a code opens: a post, or the founding of the federation. */
export type CodeKind = 'invite' | 'founding' | 'unfinished';

export interface JoinForm {
  readonly text: string;
  readonly name: string;
  readonly unionName: string;
}

/** An invitation has 16 characters, the 建库口令 20; anything else is not finished, or not a code. */
export const codeKind = (text: string): CodeKind => {
  const code = normalizeCode(text);
  if (isInviteCode(code)) return 'invite';
  return isFoundingCode(code) ? 'founding' : 'unfinished';
};

/** What is still missing before the code can be used; empty when nothing is. */
export const missingIn = ({ text, name, unionName }: JoinForm): string => {
  switch (codeKind(text)) {
    case 'invite':
      return '';
    case 'unfinished':
      return '还差一步：把码填完。邀请码 16 位';
    case 'founding':
      if (name.trim() === '') return '还差一步：写是哪个市';
      return unionName.trim() === '' ? '还差一步：写市总工会的全称' : '';
  }
};

/** The verb of the page's button. */
export const verbFor = (text: string): string =>
  codeKind(text) === 'founding' ? '建市总工会' : '接岗位';

/** What has come of it, and where one goes from here. */
export interface Joined {
  readonly title: string;
  readonly text: string;
  readonly go: string;
  readonly opens: 'work' | 'home' | 'unit';
  readonly unit: string;
}

export const joinedPost = ({ role, unit }: Pick<Post, 'role' | 'unit'>): Joined => ({
  title: '接好了',
  // The firm's own side is not the union's, and has no table yet.
  text: `${role === 'employer' ? unit.name : unit.unionName} · ${roleName(role, unit.kind)}`,
  go: isHandlingRole(role) ? '去办理' : '去首页',
  opens: isHandlingRole(role) ? 'work' : 'home',
  unit: unit.id,
});

export const founded = (unit: Post['unit']): Joined => ({
  title: '建好了',
  text: `${unit.unionName} · ${roleName('federation', unit.kind)}。下一步加镇街工会和企业，再请人接岗位。`,
  go: '去加单位',
  opens: 'unit',
  unit: unit.id,
});
