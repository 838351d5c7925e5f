import type { Case, CaseHead } from './case';
import { categoryWord } from './categories';
import { firstDue } from './deadlines';

type HeadSource = Omit<Case, '_id' | 'version' | 'head' | 'log' | 'pending' | 'facets'>;

/** Before 确认 nobody has worded the hazard: it is called by category and place. */
export const unworded = (category: string, placeName: string): string =>
  `${categoryWord(category)} · ${placeName}`;

/** The small face of a case that lists read. */
export const headOf = (source: HeadSource): CaseHead => {
  const due = firstDue(source.due);
  const thumb = source.photos[0]?.thumb;
  return {
    number: source.number,
    title: source.wording ?? unworded(source.category, source.place.name),
    place: source.place.name,
    unitName: source.unit.name,
    category: source.category,
    state: source.state,
    ...(source.outcome === undefined ? {} : { outcome: source.outcome }),
    ...(source.level === undefined ? {} : { level: source.level }),
    acknowledged: source.acknowledged !== undefined,
    danger: source.danger,
    ...(thumb === undefined ? {} : { thumb }),
    photos: source.photos.length + source.photosDue.length,
    ...(due === undefined ? {} : { due }),
    reportedAt: source.reportedAt,
  };
};
