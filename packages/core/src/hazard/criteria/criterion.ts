import type { PlainDate } from '../../calendar';
import type { Industry, Trade } from '../../org';
import type { CategoryId } from '../categories';

/**
 * For whom a clause is written: one trade; every 工贸 firm; or every 工贸 firm that has the danger
 * named (dust, ammonia refrigeration, confined spaces).
 */
export type Scope = Trade | 'general' | 'dust' | 'ammonia' | 'confinedSpace';

/** A document that says which hazards are major ones, in one edition. */
export interface CriteriaDocument {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly issued: PlainDate | null;
  /** Null where the document states none. */
  readonly effective: PlainDate | null;
  /** Last day in force; null while it is. */
  readonly end: PlainDate | null;
  /** The industries it is for; 'any' where a firm of any industry may fall under it. */
  readonly industries: readonly Industry[] | 'any';
  /** Whether its clauses are loaded here; of the others we know the title page alone. */
  readonly loaded: boolean;
  /** 'text': the provisions were read. 'listed': known from lists; never shown as law. */
  readonly checked: 'text' | 'listed';
  /** Where its text was found, for the person who looks it up. */
  readonly source: string;
}

/** One clause of a document. Headings and words are ours: the clause itself is not copied. */
export interface Criterion {
  readonly id: string;
  readonly document: string;
  /** Title and number as they stand on papers. */
  readonly edition: string;
  readonly effective: PlainDate | null;
  readonly end: PlainDate | null;
  /** e.g. 第十一条（十） */
  readonly article: string;
  readonly scope: Scope;
  /** What it is about, in plain words. */
  readonly heading: string;
  /** What is wrong, at most 12 characters, for 工会的说法. */
  readonly phrase: string;
  /** What people on the spot would call it. */
  readonly words: readonly string[];
  readonly categories: readonly CategoryId[];
  readonly source: string;
}

/** A clause as written in the data files: number of the item, or null for a whole article. */
export interface ClauseData {
  readonly item: number | null;
  readonly heading: string;
  readonly phrase: string;
  /** Separated by spaces. */
  readonly words: string;
  readonly categories: readonly CategoryId[];
}

export interface ArticleData {
  readonly article: number;
  readonly scope: Scope;
  readonly clauses: readonly ClauseData[];
}

/** One line of a data file. */
export const clause = (
  item: number | null,
  heading: string,
  phrase: string,
  words: string,
  ...categories: readonly CategoryId[]
): ClauseData => ({ item, heading, phrase, words, categories });
