import { type Case, type Effect, NEVER } from '@anshao/core/hazard';
import * as clock from '../clock';
import { cases } from '../documents';
import { log } from '../log';
import { run } from './run';

/** A function is frozen once it has answered: what is not done by then, the timer does. */
const INVOCATION_MS = 1000;
const MOST_TRIES = 8;
const FIRST_BACKOFF_MS = 60_000;
const LONGEST_BACKOFF_MS = 6 * 3_600_000;
/** The timer leaves a held effect alone a moment longer: its undo may be on the way. */
const HELD_GRACE_MS = 3000;

/** Whether an effect may be carried out now by its time. */
export const isReady = (effect: Effect, now: number): boolean =>
  effect.at + (effect.held === true ? HELD_GRACE_MS : 0) <= now;

/**
 * Carries out the effects that a write has just caused, inside its invocation: awaited, at most
 * one second. Held ones wait for their time.
 */
export const drain = async (kase: Case, caused: readonly Effect[]): Promise<void> => {
  const ready = caused.filter((effect) => effect.held !== true);
  try {
    await carryOut(kase, ready, clock.now() + INVOCATION_MS);
  } catch (error) {
    // The act itself is written: nobody should be told that it failed.
    log.error('drain failed', error);
  }
};

/** Carries out what is due in a case, until a moment. Answers how many were done. */
export const drainDue = (kase: Case, until: number): Promise<number> => {
  const now = clock.now();
  return carryOut(
    kase,
    kase.pending.filter((effect) => isReady(effect, now)),
    until,
  );
};

const carryOut = async (kase: Case, effects: readonly Effect[], until: number): Promise<number> => {
  const done: string[] = [];
  for (const effect of effects) {
    const left = until - clock.now();
    if (left <= 0) break;
    const outcome = await within(left, attempt(kase, effect));
    if (outcome === 'done') done.push(effect.id);
    if (outcome === 'late') break;
  }
  // Done twice is done once: a death before this line only repeats them.
  if (done.length > 0) await cases.change({ _id: kase._id }, { pull: { pending: done } });
  return done.length;
};

type Outcome = 'done' | 'failed' | 'late';

const attempt = async (kase: Case, effect: Effect): Promise<Outcome> => {
  try {
    await run(kase, effect);
    return 'done';
  } catch (error) {
    log.error('effect failed', error, { effect: effect.id, kind: effect.do.kind });
    await postpone(kase, effect);
    return 'failed';
  }
};

const within = async (ms: number, work: Promise<Outcome>): Promise<Outcome> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  // What is left behind must not end the process by an unhandled rejection.
  const caught = work.catch((): Outcome => 'failed');
  try {
    return await Promise.race([caught, late]);
  } finally {
    clearTimeout(timer);
  }
};

const postpone = async (kase: Case, effect: Effect): Promise<void> => {
  const tries = effect.tries + 1;
  const parked = tries >= MOST_TRIES;
  const backoff = Math.min(FIRST_BACKOFF_MS * 2 ** effect.tries, LONGEST_BACKOFF_MS);
  const at = parked ? NEVER : clock.now() + backoff;
  if (parked) log.warn('effect parked', { effect: effect.id, kind: effect.do.kind, tries });
  await cases.change(
    { _id: kase._id, 'pending.id': effect.id },
    { set: { 'pending.$.at': at, 'pending.$.tries': tries } },
  );
};
