import { linkEvent } from '../audit';
import { dateOf } from '../calendar';
import type { Case, CaseEvent, CaseFields, Change, Effect, EffectJob, Undo } from './case';
import { nextWake } from './deadlines';
import type { DecideEnv } from './decide-env';
import { facetsOf } from './facets';
import { headOf } from './head';
import type { Move } from './lifecycle';
import { DRAIN_GRACE_MS, UNDO_MS } from './rules';
import type { Action, Party } from './state';
import type { Step } from './steps';

/** How many request ids a case remembers; an older retry is answered STALE, never done twice. */
const REQUESTS_KEPT = 200;

interface Acted {
  readonly action: Action;
  readonly role: Party;
  readonly by: string | undefined;
  readonly request: string;
}

/** Draws event, chains, effects, head and facets from a step: the whole of one write. */
export const finish = (
  kase: Case,
  step: Step,
  acted: Acted,
  move: Move,
  env: DecideEnv,
): Change => {
  const state = move.to === 'same' ? kase.state : move.to;
  const { event, chains } = appendEvent(kase, step, acted, move, env);
  const effects = toEffects(step.jobs, event.n, env.now, step.undoable === true);
  const due = step.fields.due ?? kase.due;
  const remember = rememberRequest(kase, acted.request);
  const undo = step.undoable === true ? undoOf(kase, acted, effects, env.now) : undefined;
  const fields: Partial<CaseFields> = {
    wakeAt: nextWake(due, env.now),
    ...step.fields,
    state,
    updatedAt: env.now,
    chains,
    ...remember,
    ...(undo === undefined ? {} : { undo }),
  };
  const remove = new Set(step.remove ?? []);
  if (undo === undefined && kase.undo !== undefined) remove.add('undo');
  const next = without({ ...kase, ...fields }, remove);
  return {
    set: { ...fields, facets: facetsOf(next), head: headOf(next) },
    remove: [...remove],
    events: [event],
    effects,
    pull: step.pull ?? [],
  };
};

const without = (kase: Case, remove: ReadonlySet<Change['remove'][number]>): Case => {
  const next: { -readonly [K in keyof Case]: Case[K] } = { ...kase };
  for (const field of remove) delete next[field];
  return next;
};

const appendEvent = (
  kase: Pick<Case, 'chains' | 'log' | 'logFrom'>,
  step: Pick<Step, 'content'>,
  acted: Acted,
  move: Pick<Move, 'open'>,
  env: DecideEnv,
): { event: CaseEvent; chains: Case['chains'] } => {
  const day = dateOf(env.now);
  const content = { kind: acted.action, role: acted.role, day, content: step.content };
  const inner = linkEvent(kase.chains.inner, content, env.salt());
  const open = move.open ? linkEvent(kase.chains.open, content, env.salt()) : undefined;
  const event: CaseEvent = {
    n: inner.head.n,
    at: env.now,
    day,
    kind: acted.action,
    role: acted.role,
    ...(acted.by === undefined ? {} : { by: acted.by }),
    request: acted.request,
    content: step.content,
    inner: inner.link,
    ...(open === undefined ? {} : { open: open.link }),
  };
  const openHead = open?.head ?? kase.chains.open;
  return {
    event,
    chains: { inner: inner.head, ...(openHead === undefined ? {} : { open: openHead }) },
  };
};

/** Effect ids come from the event's number, so that a repeated write cannot double them. */
export const toEffects = (
  jobs: readonly EffectJob[],
  n: number,
  now: number,
  held: boolean,
): Effect[] =>
  jobs.map((job, i) => ({
    id: `${n}.${i}`,
    at: now + (held ? UNDO_MS : DRAIN_GRACE_MS),
    tries: 0,
    ...(held ? { held } : {}),
    do: job,
  }));

const rememberRequest = (kase: Case, request: string): Pick<CaseFields, 'requests' | 'dropped'> => {
  const all = [...kase.requests, { id: request, v: kase.version + 1 }];
  const gone = all.slice(0, Math.max(0, all.length - REQUESTS_KEPT));
  return {
    requests: all.slice(gone.length),
    dropped: gone[gone.length - 1]?.v ?? kase.dropped,
  };
};

const undoOf = (kase: Case, acted: Acted, effects: readonly Effect[], now: number): Undo => ({
  action: acted.action,
  by: acted.by ?? '',
  // The write that carries this undo makes it this version; any later write ends the chance.
  version: kase.version + 1,
  until: now + UNDO_MS,
  restore: { due: kase.due, wakeAt: kase.wakeAt, queue: kase.queue },
  effects: effects.map((effect) => effect.id),
});
