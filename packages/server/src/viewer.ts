import { type Case, mayOpen, type Party, partiesOf } from '@anshao/core/hazard';
import type { Membership, UnitById } from '@anshao/core/org';
import { type Member, members } from './documents';
import { isOwn, personsOf } from './people';

/** The membership of a person, read on every call; undefined for somebody without a post. */
export const memberOf = async (openid: string): Promise<Member | undefined> => {
  const ids = personsOf(openid);
  const found = await members.find({ _id: { in: ids } });
  return ids.flatMap((id) => found.filter(({ _id }) => _id === id))[0];
};

/** A person in front of cases: what they are to one is worked out from posts and tree. */
export interface Viewer {
  /** The keyed hash that an event keeps of a member; undefined for somebody without a post. */
  readonly by: string | undefined;
  readonly posts: readonly Membership[];
  owns(kase: Pick<Case, '_id' | 'alias'>): boolean;
  partiesIn(kase: Case): readonly Party[];
  /** May open the case itself: the reporter and those who handle it. */
  sees(kase: Case): boolean;
}

/** A viewer of somebody whose membership has been read; `undefined` is one without any. */
export const viewerOf = (
  openid: string,
  member: Member | undefined,
  unitById: UnitById,
): Viewer => {
  const posts = member?.posts ?? [];
  const owns = (kase: Pick<Case, '_id' | 'alias'>): boolean => isOwn(openid, kase);
  const partiesIn = (kase: Case): readonly Party[] =>
    partiesOf(kase, { memberships: posts, own: owns(kase) }, unitById);
  return {
    by: member?._id,
    posts,
    owns,
    partiesIn,
    sees: (kase) => owns(kase) || mayOpen(partiesIn(kase)),
  };
};
