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
  readonly url: string;
}

/** To whom a message went decides where it leads: the reporter's page or the handler's. */
const urlOf = ({ to, caseId }: Entry): string =>
  to.kind === 'reporter'
    ? `/subpackages/hazard/progress/progress?id=${caseId}`
    : `/subpackages/hazard/verify/verify?id=${caseId}&unit=${to.unit}`;

export const messageRow = (entry: Entry): MessageRow => {
  const text = NOTICE_TEXT[entry.notice];
  return {
    id: entry.id,
    head: text.head,
    title: entry.title,
    hint: text.hint,
    tag: entry.to.kind === 'reporter' ? '我报的' : entry.to.unitName,
    date: formatDay(dateOf(entry.at)),
    unread: !entry.read,
    wechat: entry.wechat ? '微信已提醒' : '只在这里提醒',
    url: urlOf(entry),
  };
};
