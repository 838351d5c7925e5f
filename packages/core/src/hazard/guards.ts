import type { ErrorCode } from '../errors';
import type { Case } from './case';
import type { Guard } from './lifecycle';

interface GuardInput {
  readonly now: number;
  readonly by: string | undefined;
}

type Check = (kase: Case, input: GuardInput) => ErrorCode | undefined;

/** The further conditions that moves name; each answers the refusal, or undefined when it holds. */
export const GUARDS: Readonly<Record<Guard, Check>> = {
  notAcknowledged: (kase) => (kase.acknowledged === undefined ? undefined : 'NOT_NOW'),
  notTold: (kase) => (kase.told === undefined || kase.told === 'skipped' ? undefined : 'NOT_NOW'),
  photoMissing: (kase) => (kase.photosDue.length > 0 ? undefined : 'NOT_NOW'),
  // The same person, nothing in between, within the time.
  justActed: (kase, { now, by }) =>
    kase.undo !== undefined &&
    kase.undo.by === by &&
    kase.undo.version === kase.version &&
    now <= kase.undo.until
      ? undefined
      : 'UNDO_LATE',
};
