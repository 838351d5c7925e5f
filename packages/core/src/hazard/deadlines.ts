import { type Calendar, dueAfter } from '../calendar';
import type { CaseFields } from './case';
import { type CampaignRules, NEVER } from './rules';
import type { Clock } from './state';

export type Due = CaseFields['due'];

/** Starts clocks at `from` (epoch ms); a clock ends at 24:00 +08:00 of its last working day. */
export const startClocks = (
  clocks: readonly Clock[],
  from: number,
  rules: CampaignRules,
  calendar: Calendar,
): Due =>
  Object.fromEntries(
    clocks.map((clock) => [clock, dueAfter(from, rules.days[clock], calendar).at]),
  );

/** The clocks that still run after some have ended. */
export const stopClocks = (due: Due, ended: readonly Clock[]): Due => {
  const next: Partial<Record<Clock, number>> = { ...due };
  for (const clock of ended) delete next[clock];
  return next;
};

/** The clock that ends first, or undefined when none runs. */
export const firstDue = (due: Due): { clock: Clock; at: number } | undefined => {
  let first: { clock: Clock; at: number } | undefined;
  for (const clock of CLOCK_ORDER) {
    const at = due[clock];
    if (at !== undefined && (first === undefined || at < first.at)) first = { clock, at };
  }
  return first;
};

/** When the timer next has something to do for a case: its next due date after now. */
export const nextWake = (due: Due, now: number): number => {
  const coming = CLOCK_ORDER.flatMap((clock) => {
    const at = due[clock];
    return at !== undefined && at > now ? [at] : [];
  });
  return coming.length === 0 ? NEVER : Math.min(...coming);
};

const CLOCK_ORDER: readonly Clock[] = ['acknowledge', 'verify', 'issue', 'superiorReview'];
