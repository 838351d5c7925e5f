/** Items of each article that was ever loaded, by document; 0: the article itself is the clause. */
const ITEMS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'decree-10': {
    3: 3,
    4: 8,
    5: 13,
    6: 8,
    7: 7,
    8: 7,
    9: 2,
    10: 2,
    11: 10,
    12: 2,
    13: 2,
    14: 0,
  },
};

/**
 * Whether an id names a clause that was ever loaded, in force or not. For the cloud, which has to
 * know that a clause exists but never reads it: the clauses themselves stay out of its functions.
 */
export const isCriterionId = (id: string): boolean => {
  const found = /^([a-z0-9-]+):([1-9]\d*)(?:-([1-9]\d*))?$/.exec(id);
  const items = ITEMS[found?.[1] ?? '']?.[found?.[2] ?? ''];
  if (items === undefined) return false;
  const item = found?.[3];
  return item === undefined ? items === 0 : Number(item) <= items;
};
