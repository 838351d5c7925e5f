import type { BarAct } from '../../../components/as-action-bar/action-bar.view';
import type { Draft, DraftPhoto, Receipt } from '../../../services/drafts';
import type { Reminder } from '../../../services/reminders';
import {
  builtInCalendar,
  DEFAULT_RULES,
  dateOf,
  formatDay,
  groupCode,
  yearOf,
} from '../../../vendor/core';

export interface PhotoLine {
  /** 3 / 3 张已存好; empty without photos. */
  readonly count: string;
  readonly hint: string;
  readonly done: boolean;
}

/** Says 已存好 only of what the cloud has read back. */
export const photoLine = (photos: ReadonlyArray<Pick<DraftPhoto, 'state'>>): PhotoLine => {
  const announced = photos.filter(({ state }) => state !== 'refused');
  const stored = announced.filter(({ state }) => state === 'stored').length;
  const done = stored === announced.length;
  const failed = announced.some(({ state }) => state === 'failed');
  const next = photos.findIndex(({ state }) => state !== 'stored' && state !== 'refused') + 1;
  const waiting = failed ? '有照片没传上去，点它重传' : `第 ${next} 张还在传，先别关`;
  return {
    count: announced.length === 0 ? '' : `${stored} / ${announced.length} 张已存好`,
    hint: done ? '拍摄地点等信息已清除' : waiting,
    done,
  };
};

export interface DateLine {
  readonly key: string;
  readonly mark: 'now' | 'todo';
  readonly text: string;
  readonly note: string;
  readonly date: string;
}

/** 5月26日前, by the day that a due moment (its 24:00) ends. */
const before = (at: number | undefined): string => {
  if (at === undefined) return '';
  const date = dateOf(at - 1);
  return builtInCalendar.isProvisional(date)
    ? `${yearOf(date)}年${formatDay(date)}前 · 暂定`
    : `${formatDay(date)}前`;
};

/** What happens next, by this campaign's rules. */
const nextDates = ({ due }: Pick<Receipt, 'due'>): DateLine[] => {
  const at = (clock: Receipt['due'][number]['clock']) => due.find((one) => one.clock === clock)?.at;
  return [
    {
      key: 'acknowledge',
      mark: 'now',
      text: '工会告诉您已收到',
      note: '',
      date: before(at('acknowledge')),
    },
    { key: 'verify', mark: 'todo', text: '到现场核实', note: '', date: before(at('verify')) },
    {
      key: 'issue',
      mark: 'todo',
      text: '书面建议企业整改',
      note: '',
      date: `核实后 ${DEFAULT_RULES.days.issue} 个工作日内`,
    },
  ];
};

/** Once a page, if a date lies in a year whose holidays are not announced. */
const provisionalNote = ({ due }: Pick<Receipt, 'due'>): string => {
  const unsure = due
    .map(({ at }) => dateOf(at - 1))
    .find((date) => builtInCalendar.isProvisional(date));
  return unsure === undefined ? '' : `暂定：${yearOf(unsure)} 年放假还没公布，可能会变`;
};

export interface ReceiptView {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly day: string;
  /** In groups of four, to be read aloud or copied by hand. */
  readonly code: string;
  readonly dates: readonly DateLine[];
  readonly provisional: string;
}

export const receiptView = (draft: Draft, receipt: Receipt): ReceiptView => ({
  id: receipt.id,
  version: receipt.version,
  number: receipt.number,
  day: formatDay(dateOf(receipt.reportedAt)),
  code: groupCode(draft.code),
  dates: nextDates(receipt),
  provisional: provisionalNote(receipt),
});

/** The bar: 提醒我 until it is settled, then the way to the progress page. */
export const receiptActs = (reminder: Reminder | ''): BarAct[] =>
  reminder === 'will'
    ? [
        { id: 'progress', text: '看办理进展' },
        { id: 'again', text: '再报一处' },
      ]
    : [
        { id: 'remind', text: '提醒我', icon: 'notification' },
        { id: 'again', text: '再报一处' },
      ];

const REMINDER_TEXT: Readonly<Record<Reminder, string>> = {
  will: '会提醒您：有进展时，微信里来一条“您关注的事项有进展”。',
  declined: '没有打开提醒。进展在“我报的隐患”里随时能看。',
  switchedOff: '微信总开关关着。在微信里打开“接收通知”，再点一次提醒我。',
  failed: '没有记上，过几秒再点一次提醒我。进展照样能看。',
};

export const reminderText = (reminder: Reminder | ''): string =>
  reminder === '' ? '' : REMINDER_TEXT[reminder];
