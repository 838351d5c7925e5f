import { isHandlingRole, type Membership, type Unit } from '@anshao/core/org';

/** Whether a unit is the post's own or lies below it. */
const reaches = (post: Membership, unit: Unit): boolean =>
  post.unit === unit._id || unit.path.includes(post.unit);

/** Whether a post may look after a unit's places: whoever handles cases there or above. */
export const looksAfter = (post: Membership, unit: Unit): boolean =>
  isHandlingRole(post.role) && reaches(post, unit);

/** Whether a post builds the tree below a unit: chair, lead and federation, in their own and below. */
export const runs = (post: Membership, unit: Unit): boolean =>
  reaches(post, unit) &&
  (post.role === 'federation' ||
    post.role === 'chair' ||
    (post.role === 'officer' && post.lead === true));

/** Whether somebody may know of a unit from the inside: a post in it or above it. */
export const knows = (posts: readonly Membership[], unit: Unit): boolean =>
  posts.some((post) => reaches(post, unit));

/** A unit as people see it. */
export const unitView = ({ _id: id, kind, name, unionName }: Unit) => ({
  id,
  kind,
  name,
  unionName,
});
