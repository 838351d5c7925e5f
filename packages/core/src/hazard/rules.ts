import type { Clock } from './state';

/**
 * The campaign's own periods (本次行动规则), in working days. The laws set no number of days for
 * these steps (安全生产法 41, 60; 工会法 25 say 及时), so none of them may be called "by law".
 */
export interface CampaignRules {
  readonly version: string;
  readonly days: Readonly<Record<Clock, number>>;
  /** A suspected major hazard stands this many working days earlier in a queue. */
  readonly majorLeadDays: number;
}

export const DEFAULT_RULES: CampaignRules = {
  version: '2026-1',
  days: { acknowledge: 1, verify: 3, issue: 2, superiorReview: 3 },
  majorLeadDays: 3,
};

/** How long 撤回 stays possible, and how long the effects of such an act are held, in ms. */
export const UNDO_MS = 10_000;

/** How long a fresh effect is left to the drain of its own invocation before the timer takes it. */
export const DRAIN_GRACE_MS = 60_000;

/** Later than any real moment: nothing to wake up for. */
export const NEVER = 9_000_000_000_000_000;
