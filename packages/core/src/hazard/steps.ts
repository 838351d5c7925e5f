import type { Json } from '../json';
import { superiorOf } from '../org';
import type { Act, Actor } from './acts';
import type { Case, CaseFields, Change, EffectJob, QueuePlace } from './case';
import { startClocks, stopClocks } from './deadlines';
import type { DecideEnv } from './decide-env';
import { queuePlace } from './queue';
import type { DeclineOutcome } from './state';

/** What an act means, before event, chains, head and facets are drawn from it. */
export interface Step {
  readonly fields: Partial<CaseFields>;
  readonly remove?: Change['remove'];
  /** What the event says; goes into the chains. */
  readonly content: Json;
  readonly jobs: readonly EffectJob[];
  /** The act can be taken back: its effects wait until then. */
  readonly undoable?: boolean;
  readonly pull?: readonly string[];
}

export const stepFor = (kase: Case, act: Act, actor: Actor, env: DecideEnv): Step => {
  switch (act.action) {
    case 'tellSite':
      return { fields: { told: act.answer }, content: { answer: act.answer }, jobs: [] };
    case 'acknowledge':
      return acknowledge(kase, actor, env);
    case 'undo':
      return undo(kase);
    case 'confirm':
      return confirm(kase, act, actor, env);
    case 'declineNotTrue':
      return decline(kase, 'notTrue', act.reason, actor, env);
    case 'declineNotAccepted':
      return decline(kase, 'notAccepted', act.reason, actor, env);
    case 'takePhoto':
      return takePhoto(kase, act.photos);
  }
};

const handlingQueue = (
  kase: Case,
  fields: Pick<Case, 'due' | 'danger'> & Pick<Partial<Case>, 'level'>,
  env: DecideEnv,
): { handling: QueuePlace } => ({
  handling: queuePlace(kase.handlingUnion, fields, env.rules, env.calendar),
});

/** 受理 ends the acknowledge clock and names who verifies. */
const acknowledge = (kase: Case, actor: Actor, env: DecideEnv): Step => {
  const due = stopClocks(kase.due, ['acknowledge']);
  return {
    fields: {
      acknowledged: { at: env.now, by: actor.by ?? '' },
      due,
      queue: handlingQueue(kase, { due, danger: kase.danger }, env),
    },
    content: {},
    jobs: [{ kind: 'tellReporter', alias: kase.alias, notice: 'acknowledged' }],
    undoable: true,
  };
};

/** Puts back what the undone act had changed; its effects have not gone out. */
const undo = (kase: Case): Step => {
  if (kase.undo === undefined) throw new Error('undo without anything to undo');
  const { action, restore, effects } = kase.undo;
  return {
    fields: { due: restore.due, wakeAt: restore.wakeAt, queue: restore.queue },
    remove: ['acknowledged', 'undo'],
    content: { undone: action },
    jobs: [],
    pull: effects,
  };
};

/** 属实: the hazard gets the union's own words and becomes visible; the letter is next. */
const confirm = (
  kase: Case,
  act: Extract<Act, { action: 'confirm' }>,
  actor: Actor,
  env: DecideEnv,
): Step => {
  const due = {
    ...stopClocks(kase.due, ['acknowledge', 'verify']),
    ...startClocks(['issue'], env.now, env.rules, env.calendar),
  };
  const queue = handlingQueue(kase, { due, danger: kase.danger, level: act.level }, env);
  return {
    fields: {
      level: act.level,
      wording: act.wording,
      verdict: { at: env.now, by: actor.by ?? '', criteria: act.criteria },
      acknowledged: kase.acknowledged ?? { at: env.now, by: actor.by ?? '' },
      shown: { place: kase.place.code, at: env.now },
      due,
      queue,
    },
    content: { level: act.level, wording: act.wording, criteria: act.criteria },
    jobs: [{ kind: 'tellReporter', alias: kase.alias, notice: 'confirmed' }],
  };
};

/** 不属实 or 未受理: nobody buries a report, so the superior looks at it within its own clock. */
const decline = (
  kase: Case,
  outcome: DeclineOutcome,
  reason: string,
  actor: Actor,
  env: DecideEnv,
): Step => {
  const due = startClocks(['superiorReview'], env.now, env.rules, env.calendar);
  const superior = superiorOf(kase.handlingUnion, env.unitById);
  const place = queuePlace(superior, { due, danger: kase.danger }, env.rules, env.calendar);
  return {
    fields: {
      outcome,
      verdict: { at: env.now, by: actor.by ?? '', criteria: [], reason },
      acknowledged: kase.acknowledged ?? { at: env.now, by: actor.by ?? '' },
      due,
      queue: { superior: place },
    },
    content: { outcome, reason },
    jobs: [{ kind: 'tellReporter', alias: kase.alias, notice: outcome }],
  };
};

const takePhoto = (kase: Case, photos: Case['photos']): Step => {
  const known = new Set(kase.photos.map((photo) => photo.id));
  const fresh = photos.filter((photo) => !known.has(photo.id));
  const arrived = new Set(photos.map((photo) => photo.id));
  return {
    fields: {
      photos: [...kase.photos, ...fresh],
      photosDue: kase.photosDue.filter((id) => !arrived.has(id)),
    },
    content: { photos: fresh.map(({ id, stored }) => ({ id, stored })) },
    jobs: [],
  };
};
