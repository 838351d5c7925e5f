import type { CaseHead, OutputOf, Remaining } from '../../vendor/core';
import { builtInCalendar, faceOf, type hazardContracts, remaining } from '../../vendor/core';

type Queue = OutputOf<typeof hazardContracts.queue>;
type Item = Queue['items'][number];

/** Which part of the queue is shown: the four figures on top are its tabs. */
export const FILTERS = ['overdue', 'today', 'threeDays', 'all'] as const;
export type Filter = (typeof FILTERS)[number];

export interface CountTab {
  readonly filter: Filter;
  readonly figure: string;
  readonly label: string;
  readonly tone: 'danger' | 'warn' | 'blue' | 'plain';
}

const TAB_FACES: Readonly<Record<Filter, Pick<CountTab, 'label' | 'tone'>>> = {
  overdue: { label: '已超期', tone: 'danger' },
  today: { label: '今天到期', tone: 'warn' },
  threeDays: { label: '三天内', tone: 'blue' },
  all: { label: '全部待办', tone: 'plain' },
};

/** The figures above the list; past what one page holds they read 100+. */
export const countTabs = ({ counts, more }: Pick<Queue, 'counts' | 'more'>): CountTab[] =>
  FILTERS.map((filter) => ({
    filter,
    figure: `${counts[filter]}${filter === 'all' && more ? '+' : ''}`,
    ...TAB_FACES[filter],
  }));

/** The act a card offers: the next thing the union has to do. */
export type CardAct = 'acknowledge' | 'verify' | 'open';

export interface WorkCard {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly sub: string;
  readonly why: string;
  readonly thumb: string;
  readonly danger: boolean;
  readonly major: boolean;
  readonly state: { readonly text: string; readonly icon: string; readonly tone: string };
  readonly dueAt: number;
  readonly act: CardAct;
  readonly actText: string;
}

const ACT_TEXT: Readonly<Record<CardAct, string>> = {
  acknowledge: '受理',
  verify: '去核实',
  open: '查看',
};

const actOf = (head: Item['head']): CardAct => {
  if (head.state !== 'toVerify') return 'open';
  return head.acknowledged ? 'verify' : 'acknowledge';
};

const whyOf = (head: Item['head']): string => {
  if (head.danger) return '现在有人在里面/在干';
  if (head.state === 'toVerify') return head.acknowledged ? '等您到现场核实' : '职工刚报的，先受理';
  return head.level === 'suspectedMajor' ? '定性待定：建议企业对照标准判定' : '';
};

export const workCard = ({ id, version, head, thumb }: Item): WorkCard => {
  const { staff, icon, tone } = faceOf(head);
  const act = actOf(head);
  return {
    id,
    version,
    title: head.title,
    sub: `${head.unitName} · ${head.number}`,
    why: whyOf(head),
    thumb: thumb ?? '',
    danger: head.danger,
    major: head.level === 'suspectedMajor',
    state: { text: staff, icon, tone },
    dueAt: head.due?.at ?? 0,
    act,
    actText: ACT_TEXT[act],
  };
};

const within = (left: Remaining, filter: Filter): boolean => {
  switch (filter) {
    case 'overdue':
      return left.kind === 'overdue';
    case 'today':
      return left.kind === 'today';
    case 'threeDays':
      return left.kind === 'left' && left.days <= 3;
    case 'all':
      return true;
  }
};

/** The cards of one tab, in the order of the queue: most urgent first. */
export const cardsFor = (items: readonly Item[], filter: Filter, now: number): WorkCard[] =>
  items
    .filter(({ head }) => {
      if (filter === 'all') return true;
      return head.due !== undefined && within(remaining(head.due.at, now, builtInCalendar), filter);
    })
    .map(workCard);

/** What an empty table says: what comes next. */
export const emptyText = (filter: Filter, next: CaseHead | Item['head'] | undefined): string => {
  if (filter !== 'all') return '这一类没有。点“全部待办”看别的。';
  return next === undefined ? '有人报隐患，会出现在这里。' : `下一件：${next.title}`;
};
