import type { OutputOf } from '../../vendor/core';
import { dateOf, formatDay, NOTICE_TEXT, type reminderContracts } from '../../vendor/core';

type Entry = OutputOf<typeof reminderContracts.inbox>['items'][number];

export interface MessageRow {
  readonly id: string;
  readonly head: string;
  readonly title: string;
  readonly hint: string;
  readonly tag: string;
  readonly date: string;
  readonly unread: boolean;
  readonly wechat: string;
  readonly icon: string;
  readonly tone: 'mute' | 'blue' | 'warn';
  readonly caseId: string;
  /** To whom it went decides where it leads: the reporter's page or the handler's. */
  readonly opens: 'progress' | 'verify';
  /** The post it was sent to, if any. */
  readonly unit: string;
}

/** Icons stand under their key, so that the phone's build finds which ones to draw. */
const FACES: Readonly<Record<Entry['notice'], Pick<MessageRow, 'icon' | 'tone'>>> = {
  acknowledged: { icon: 'hourglass', tone: 'blue' },
  confirmed: { icon: 'edit', tone: 'blue' },
  notTrue: { icon: 'info-circle', tone: 'mute' },
  notAccepted: { icon: 'info-circle', tone: 'mute' },
  toVerify: { icon: 'hourglass', tone: 'warn' },
};

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** The hour of today, 昨天, else the date. Beijing time, as every date here. */
const whenOf = (at: number, now: number): string => {
  const day = dateOf(at);
  if (day === dateOf(now)) return new Date(at + 8 * HOUR).toISOString().slice(11, 16);
  return day === dateOf(now - DAY) ? '昨天' : formatDay(day);
};

export const messageRow = (entry: Entry, now: number): MessageRow => {
  const text = NOTICE_TEXT[entry.notice];
  return {
    id: entry.id,
    head: text.head,
    title: entry.title,
    hint: text.hint,
    tag: entry.to.kind === 'reporter' ? '我报的' : entry.to.unitName,
    date: whenOf(entry.at, now),
    unread: !entry.read,
    wechat: entry.wechat ? '微信已提醒' : '只在这里提醒',
    ...FACES[entry.notice],
    caseId: entry.caseId,
    opens: entry.to.kind === 'reporter' ? 'progress' : 'verify',
    unit: entry.to.kind === 'reporter' ? '' : entry.to.unit,
  };
};

export interface MessageSection {
  readonly key: 'unread' | 'read';
  readonly title: string;
  readonly rows: readonly MessageRow[];
}

/** What has not been looked at first, each part newest first; an empty part is left out. */
export const sectionsOf = (rows: readonly MessageRow[]): MessageSection[] => {
  const unread = rows.filter((row) => row.unread);
  const read = rows.filter((row) => !row.unread);
  const sections: MessageSection[] = [
    { key: 'unread', title: `没看的 · ${unread.length} 条`, rows: unread },
    { key: 'read', title: unread.length === 0 ? '看过的' : '以前的', rows: read },
  ];
  return sections.filter((section) => section.rows.length > 0);
};
