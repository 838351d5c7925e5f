import type { ChainItem, Json, OutputOf } from '../../../vendor/core';
import {
  chainMark,
  formatDay,
  groupCode,
  type hazardContracts,
  plainDate,
  verifyChain,
} from '../../../vendor/core';

type Proof = OutputOf<typeof hazardContracts.proof>;

export interface ProofView {
  readonly holds: boolean;
  readonly head: string;
  readonly lead: string;
  /** The chain's end in groups of four, to hold against another phone's. */
  readonly mark: string;
  readonly groups: readonly string[];
  readonly lines: readonly ProofLine[];
}

/** A step of the reckoning, as the timeline draws it. */
export interface ProofLine {
  readonly key: string;
  readonly mark: 'done' | 'late';
  readonly text: string;
  readonly note: string;
  readonly date: string;
}

const isJson = (value: unknown): value is Json => value !== undefined;

/** A link as the wire gives it; one whose parts are not what they must be cannot be checked. */
const toItem = (item: Proof['items'][number]): ChainItem | undefined => {
  if ('digest' in item) return item;
  const day = plainDate(item.day);
  return day === undefined || !isJson(item.content)
    ? undefined
    : { ...item, day, content: item.content };
};

const daysOf = (items: readonly ChainItem[]): string => {
  const days = items.flatMap((item) => ('day' in item ? [item.day] : []));
  const [first] = days;
  const last = days[days.length - 1];
  if (first === undefined || last === undefined) return '';
  return first === last ? formatDay(first) : `从 ${formatDay(first)}到 ${formatDay(last)}`;
};

/** Recomputes the whole record on this phone and says what came out. */
export const proofView = (proof: Proof): ProofView => {
  const items = proof.items.map(toItem);
  const readable = items.flatMap((item) => (item === undefined ? [] : [item]));
  const check = verifyChain(readable, proof.head);
  const holds = check.ok && readable.length === items.length;
  const span = daysOf(readable);
  const whole = `${span === '' ? '' : `${span}，`}一共 ${items.length} 步`;
  const steps = `${proof.number} ${holds ? '的每一步都在' : '有一步对不上'}`;
  const links = holds ? '前后接得上' : '前后接不上';
  const state = holds ? 'done' : 'late';
  const mark = groupCode(chainMark(proof.head.hash));
  return {
    holds,
    head: holds ? '核对过，对得上' : '这份记录对不上',
    lead: holds ? '您的手机刚刚自己算了一遍' : '请告诉市总工会',
    mark,
    groups: mark.split('-'),
    lines: [
      { key: 'steps', mark: state, text: steps, note: whole, date: '' },
      { key: 'chain', mark: state, text: links, note: '每一步都接着上一步的指纹', date: '' },
    ],
  };
};
