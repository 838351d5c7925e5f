import {
  builtInCalendar,
  dateOf,
  formatDay,
  formatDayWeek,
  remaining,
  yearOf,
} from '../../vendor/core';

export interface DeadlineFace {
  readonly text: string;
  readonly icon: string;
  readonly look: 'blue' | 'warn' | 'solid' | 'provisional';
  /** What a tap tells. */
  readonly detail: string;
}

const RULE = '这是本次行动规则定的日子，只数工作日。';

/**
 * The chip of a due moment.
 * @param at 24:00 of the due day, epoch ms
 * @param now the server's time, epoch ms
 */
export const deadlineFace = (at: number, now: number): DeadlineFace => {
  const date = dateOf(at - 1);
  const left = remaining(at, now, builtInCalendar);
  const detail = `${formatDayWeek(date)} 24:00 到期。${RULE}`;
  if (builtInCalendar.isProvisional(date)) {
    return {
      text: `${yearOf(date)}年${formatDay(date)} · 暂定`,
      icon: 'calendar',
      look: 'provisional',
      detail: `${detail}${yearOf(date)} 年放假还没公布，可能会变。`,
    };
  }
  switch (left.kind) {
    case 'left':
      return { text: `还剩 ${left.days} 天`, icon: 'time', look: 'blue', detail };
    case 'today':
      return { text: '今天到期', icon: 'alarm-filled', look: 'warn', detail };
    case 'overdue':
      return { text: `超期 ${left.days} 天`, icon: 'error-circle-filled', look: 'solid', detail };
  }
};
