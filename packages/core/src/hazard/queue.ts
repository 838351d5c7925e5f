import { type Calendar, workingDaysBefore } from '../calendar';
import type { QueuePlace } from './case';
import { type Due, firstDue } from './deadlines';
import { type CampaignRules, NEVER } from './rules';
import type { Level } from './state';

/** Life in danger stands above every date. */
export const AT_ONCE = 0;

export interface Urgency {
  readonly due: Due;
  readonly danger: boolean;
  readonly level?: Level | undefined;
}

/**
 * A holder's place in the queue: 0 in danger, else the first due date, earlier by the rules'
 * lead (working days) if 疑似重大. One ascending index gives the queue, most urgent first.
 */
export const queuePlace = (
  unit: string,
  urgency: Urgency,
  rules: CampaignRules,
  calendar: Calendar,
): QueuePlace => {
  if (urgency.danger) return { unit, at: AT_ONCE };
  const at = firstDue(urgency.due)?.at ?? NEVER;
  if (urgency.level !== 'suspectedMajor' || at === NEVER) return { unit, at };
  return { unit, at: workingDaysBefore(at, rules.majorLeadDays, calendar) };
};
