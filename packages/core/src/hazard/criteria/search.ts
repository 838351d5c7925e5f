import type { PlainDate } from '../../calendar';
import type { CategoryId } from '../categories';
import type { Criterion } from './criterion';
import { criteriaInForce } from './in-force';

export interface CriteriaQuery {
  readonly date: PlainDate;
  readonly industry?: string;
  /** The tile the reporter chose: its clauses come first, the others are not hidden. */
  readonly category?: string;
  readonly limit: number;
}

/** Letters, digits and Chinese characters only, lower case: what two spellings have in common. */
const plain = (text: string): string => text.toLowerCase().replace(/[^0-9a-z\u3400-\u9fff]/g, '');

/** The parts a person separated, each made plain. */
const partsOf = (text: string): string[] =>
  text
    .split(/[\s,，。；;、/]+/)
    .map(plain)
    .filter((part) => part !== '');

/** Pairs that any sentence about a hazard holds: they would find everything. */
const COMMON = '没有 有没 安全 没人 有人 的人 不会 地方 车间 设备 里面 下面 没带 没戴 东西'.split(
  ' ',
);

const pairsOf = (text: string): string[] => {
  const pairs: string[] = [];
  for (let i = 0; i + 2 <= text.length; i++) pairs.push(text.slice(i, i + 2));
  return pairs.filter((pair) => !COMMON.includes(pair));
};

/** Chinese is written without spaces: a word counts if either holds the other. */
const wordScore = (part: string, word: string): number => {
  if (part === word) return 8;
  if (part.includes(word)) return 2 + word.length;
  return part.length >= 2 && word.includes(part) ? 4 : 0;
};

const partScore = (part: string, criterion: Criterion): number => {
  const article = plain(criterion.article);
  if (part === article) return 100;
  if (/^第.+条/.test(part) && article.startsWith(part)) return 50;
  const words = criterion.words.reduce((sum, word) => sum + wordScore(part, plain(word)), 0);
  const said = plain(criterion.heading + criterion.phrase);
  if (part.length === 1) return words + (said.includes(part) ? 1 : 0);
  return words + pairsOf(part).filter((pair) => said.includes(pair)).length;
};

const isOf = (criterion: Criterion, category: string | undefined): boolean =>
  criterion.categories.some((id: CategoryId) => id === category);

/** A danger's own article (dust, ammonia, confined space) fits any firm: it comes before a trade's. */
const rank = ({ scope }: Criterion): number =>
  scope === 'dust' || scope === 'ammonia' || scope === 'confinedSpace' ? 0 : 1;

/**
 * Clauses that fit some plain words, the best first. Without words: those of the category, or all.
 * Finding nothing is an answer too: 对不上任何一条 is always allowed.
 */
export const searchCriteria = (
  text: string,
  { date, industry, category, limit }: CriteriaQuery,
): readonly Criterion[] => {
  const parts = partsOf(text);
  const candidates = criteriaInForce(date, industry);
  if (parts.length === 0) {
    const listed = candidates.filter((found) => category === undefined || isOf(found, category));
    return [...listed].sort((a, b) => rank(a) - rank(b)).slice(0, limit);
  }
  return candidates
    .map((criterion, order) => {
      const match = parts.reduce((sum, part) => sum + partScore(part, criterion), 0);
      return { criterion, order, match, score: match + (isOf(criterion, category) ? 2 : 0) };
    })
    .filter(({ match }) => match > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, limit)
    .map(({ criterion }) => criterion);
};
