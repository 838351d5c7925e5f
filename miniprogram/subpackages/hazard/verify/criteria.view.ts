import type { Criterion, OutputOf } from '../../../vendor/core';
import {
  criterionById,
  dateOf,
  type hazardContracts,
  searchCriteria,
  suggestWording,
} from '../../../vendor/core';

/** What the search, and the wording, start from. */
export type Searched = Pick<OutputOf<typeof hazardContracts.detail>, 'head' | 'industry'>;

/** A clause as offered: our heading first, document and article below. */
export interface OfferedCriterion {
  readonly id: string;
  readonly heading: string;
  readonly sub: string;
  readonly since: string;
}

/** As many as fit above the fold with 对不上任何一条 below them. */
const OFFERED = 4;

const offered = (criterion: Criterion): OfferedCriterion => ({
  id: criterion.id,
  heading: criterion.heading,
  sub: `${criterion.edition} · ${criterion.article}`,
  since: criterion.effective === null ? '' : `${criterion.effective} 起施行`,
});

/** What is ticked stays in sight; the rest is what the words and the category suggest. */
export const foundCriteria = (
  text: string,
  { head, industry }: Searched,
  ticked: readonly string[],
): OfferedCriterion[] => {
  const kept = ticked.flatMap((id) => {
    const criterion = criterionById(id);
    return criterion === undefined ? [] : [criterion];
  });
  const query = {
    // The criteria in force on the day it was reported.
    date: dateOf(head.reportedAt),
    category: head.category,
    limit: OFFERED,
    ...(industry === undefined ? {} : { industry }),
  };
  // Before anybody has typed, the place's own name (打磨间, 污水池) says most.
  const found =
    text.trim() === ''
      ? [...searchCriteria(head.place, query), ...searchCriteria('', query)]
      : searchCriteria(text, query);
  const fresh = found.filter(({ id }) => !ticked.includes(id));
  return [...kept, ...new Set(fresh).values()].slice(0, kept.length + OFFERED).map(offered);
};

/** A first wording from the first clause, or from the category where none fits. */
export const wordingFor = (ids: readonly string[], { head }: Pick<Searched, 'head'>): string => {
  const [first] = ids;
  const criterion = first === undefined ? undefined : criterionById(first);
  return suggestWording(criterion ?? head.category, head.place);
};
