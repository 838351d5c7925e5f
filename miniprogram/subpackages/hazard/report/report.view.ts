import type { GridPhoto } from '../../../components/as-photo-grid/photo-grid.view';
import type { Draft } from '../../../services/drafts';
import { type Category, categoriesFor } from '../../../vendor/core';

export interface ReportView {
  readonly placeName: string;
  /** In large type: workshop and spot on a line each. */
  readonly tallName: string;
  readonly categories: readonly Category[];
  readonly category: string;
  readonly words: string;
  readonly danger: boolean;
  readonly toSuperior: boolean;
}

/** The form of a draft; photos are mapped apart, because they change all the time. */
export const reportView = (draft: Draft): ReportView => ({
  placeName: draft.placeName,
  tallName: draft.placeName.replace(/ · /g, '\n'),
  categories: categoriesFor(draft.industry),
  category: draft.category,
  words: draft.words,
  danger: draft.danger,
  toSuperior: draft.toSuperior,
});

/**
 * The photos as tiles.
 * @param percents progress by photo id, known to this run of the app alone
 */
export const gridPhotos = (
  { photos }: Pick<Draft, 'photos'>,
  percents: ReadonlyMap<string, number>,
): GridPhoto[] =>
  photos.map(({ id, path, state, reason }) => ({
    id,
    path,
    state,
    reason,
    percent: percents.get(id) ?? 0,
  }));

/** The one thing that must be there: everything else may be left out. */
export const missingIn = ({ category }: Pick<Draft, 'category'>): string =>
  category === '' ? '还差一步：点一个类别' : '';

/** What is kept, on the page that says 存好了，还没提交. */
export const keptText = ({ photos }: Pick<Draft, 'photos'>): string => {
  const what =
    photos.length === 0 ? '类别、地点都在。' : `照片 ${photos.length} 张、类别、地点都在。`;
  return `${what}\n有网时打开小程序，就会提交。`;
};
