import { isDeepStrictEqual } from 'node:util';
import { ok, type Result, refuse } from '@anshao/core';
import { applyChange, type Case, type CaseEvent, type Change } from '@anshao/core/hazard';
import { Busy } from './database';
import { cases, volumes } from './documents';

/**
 * The only writer of cases. An act is one read and one conditional write: `_id` and `version` must
 * still be what was decided on, and `version` rises by one. A lost race is a new decision.
 */
const TRIES = 6;
const VOLUME = 100;
const LONGEST_LOG = 150;

/** An act on its way to a case. */
export interface CaseAct {
  readonly id: string;
  readonly request: string;
  /** The version it was decided on; undefined for what the server does by itself. */
  readonly seen: number | undefined;
  /** Whether the person may even know of the case. */
  readonly sees: (kase: Case) => boolean;
  readonly decide: (kase: Case) => Result<Change>;
}

export interface Written {
  readonly kase: Case;
  /** What this call wrote; undefined for a replay, which writes nothing. */
  readonly change?: Change;
}

/**
 * Carries out an act. The same request id again gets the case as it stands.
 * Errors: NOT_FOUND, STALE, BAD_INPUT, and what `decide` refuses.
 * @throws Busy when others were faster every time
 */
export const changeCase = async (act: CaseAct): Promise<Result<Written>> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const kase = await cases.get(act.id);
    if (kase === undefined || !act.sees(kase)) return refuse('NOT_FOUND');
    if (kase.requests.some(({ id }) => id === act.request)) return ok({ kase });
    if (act.seen !== undefined) {
      if (act.seen > kase.version) return refuse('BAD_INPUT', { seen: '版本不对' });
      // The answer to this request may have been forgotten: it must not be done twice.
      if (act.seen < kase.dropped) return refuse('STALE');
    }
    const decided = act.decide(kase);
    if (!decided.ok) return decided;
    if (await write(kase, decided.value)) {
      const next = applyChange(kase, decided.value);
      await fileAway(next);
      return ok({ kase: next, change: decided.value });
    }
  }
  throw new Busy('a case that everybody writes', undefined);
};

const write = (kase: Case, change: Change): Promise<boolean> => {
  if (change.pull.length > 0 && change.effects.length > 0) {
    throw new Error('one write cannot add and take back effects');
  }
  return cases.change(
    { _id: kase._id, version: kase.version },
    {
      set: change.set,
      remove: change.remove,
      increase: { version: 1 },
      push: { log: change.events, pending: change.effects },
      pull: { pending: change.pull },
    },
  );
};

/**
 * Inserts a new case. A second insert under its id is a replay and answers what is there.
 * Undefined: another case has the same number, draw a new one.
 */
export const insertCase = async (
  kase: Case,
): Promise<(Written & { fresh: boolean }) | undefined> => {
  if (await cases.insert(kase)) return { kase, fresh: true };
  const there = await cases.get(kase._id);
  return there === undefined ? undefined : { kase: there, fresh: false };
};

/** Moves the oldest hundred events of a long log to a volume, in two steps that may be repeated. */
const fileAway = async (kase: Case): Promise<void> => {
  if (kase.log.length <= LONGEST_LOG) return;
  const events = kase.log.slice(0, VOLUME);
  const last = events[VOLUME - 1];
  if (last === undefined) return;
  const volume = { _id: volumeId(kase._id, kase.logFrom / VOLUME), events };
  if (!(await volumes.insert(volume))) {
    const there = await volumes.get(volume._id);
    if (there === undefined || !isDeepStrictEqual(there.events, events)) {
      throw new Error(`volume ${volume._id} holds something else`);
    }
  }
  await cases.change(
    { _id: kase._id, logFrom: kase.logFrom },
    { set: { logFrom: kase.logFrom + VOLUME }, trim: { log: last.n } },
  );
};

const volumeId = (caseId: string, k: number): string => `${caseId}:${k}`;

/** All events of a case, oldest first: its volumes, then its log. */
export const eventsOf = async (kase: Case): Promise<readonly CaseEvent[]> => {
  if (kase.logFrom === 0) return kase.log;
  const ids = Array.from({ length: kase.logFrom / VOLUME }, (_, k) => volumeId(kase._id, k));
  const found = new Map((await volumes.find({ _id: { in: ids } })).map((one) => [one._id, one]));
  const older = ids.flatMap((id) => {
    const volume = found.get(id);
    if (volume === undefined) throw new Error(`volume ${id} is missing`);
    return volume.events;
  });
  return [...older, ...kase.log];
};
