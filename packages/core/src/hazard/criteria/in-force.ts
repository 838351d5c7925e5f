import type { PlainDate } from '../../calendar';
import { type Trade, tradeOf } from '../../org';
import type { ArticleData, ClauseData, CriteriaDocument, Criterion } from './criterion';
import { DECREE_10_ARTICLES } from './decree-10';
import { CRITERIA_DOCUMENTS, DECREE_10, isInForce } from './documents';

const DIGITS = '〇一二三四五六七八九';

/** 1 to 19 as clauses are numbered. */
const chinese = (n: number): string =>
  n < 10 ? DIGITS.charAt(n) : `十${n === 10 ? '' : DIGITS.charAt(n - 10)}`;

const articlePath = (article: number, item: number | null): string =>
  `第${chinese(article)}条${item === null ? '' : `（${chinese(item)}）`}`;

const criterionOf = (
  document: CriteriaDocument,
  { article, scope }: ArticleData,
  { item, heading, phrase, words, categories }: ClauseData,
): Criterion => ({
  id: `${document.id}:${article}${item === null ? '' : `-${item}`}`,
  document: document.id,
  edition: `《${document.title}》（${document.number}）`,
  effective: document.effective,
  end: document.end,
  article: articlePath(article, item),
  scope,
  heading,
  phrase,
  words: words.split(' '),
  categories,
  source: document.source,
});

let known: ReadonlyMap<string, Criterion> | undefined;

/**
 * Every clause that was ever loaded by its id, in the order of the documents; old editions stay.
 * Put together at the first question: most calls of a function never ask.
 */
const clauses = (): ReadonlyMap<string, Criterion> => {
  known ??= new Map(
    DECREE_10_ARTICLES.flatMap((article) =>
      article.clauses.map((data) => criterionOf(DECREE_10, article, data)),
    ).map((found) => [found.id, found]),
  );
  return known;
};

/** A clause by its id, in force or not: an old verdict must stay readable. */
export const criterionById = (id: string): Criterion | undefined => clauses().get(id);

const appliesTo = (criterion: Criterion, trade: Trade): boolean =>
  criterion.scope === trade ||
  criterion.scope === 'general' ||
  criterion.scope === 'dust' ||
  criterion.scope === 'ammonia' ||
  criterion.scope === 'confinedSpace';

/**
 * Clauses in force on a day. With an industry, those that can apply to it: none of them to one that
 * has its own documents. An industry nobody knows gets them all, so that nothing is hidden by it.
 */
export const criteriaInForce = (date: PlainDate, industry?: string): readonly Criterion[] => {
  const loaded = CRITERIA_DOCUMENTS.filter((document) => document.loaded);
  const documents = loaded.filter((document) => isInForce(document, date)).map(({ id }) => id);
  const inForce = [...clauses().values()].filter((criterion) =>
    documents.includes(criterion.document),
  );
  const trade = industry === undefined ? undefined : tradeOf(industry);
  if (trade === undefined) return inForce;
  return trade === null ? [] : inForce.filter((criterion) => appliesTo(criterion, trade));
};

/** Documents in force on a day; with a known industry those that are for it. */
export const documentsInForce = (date: PlainDate, industry?: string): readonly CriteriaDocument[] =>
  CRITERIA_DOCUMENTS.filter((document) => isInForce(document, date)).filter(
    ({ industries }) =>
      industry === undefined ||
      tradeOf(industry) === undefined ||
      industries === 'any' ||
      industries.some((id) => id === industry),
  );
