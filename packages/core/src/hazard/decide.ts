import { ok, type Result, refuse } from '../result';
import type { Act, Actor } from './acts';
import type { Case, Change } from './case';
import type { DecideEnv } from './decide-env';
import { finish } from './finish';
import { GUARDS } from './guards';
import { type Move, moveFor } from './lifecycle';
import { mayOpen } from './parties';
import type { Party } from './state';
import { stepFor } from './steps';

/**
 * Decides one act on one case: the whole of the change, to be written at once, or a refusal.
 * Errors: NOT_FOUND (may not even see it), NOT_YOURS, OWN_REPORT, NOT_NOW, UNDO_LATE.
 */
export const decide = (
  kase: Case,
  act: Act,
  actor: Actor,
  request: string,
  env: DecideEnv,
): Result<Change> => {
  const sees = mayOpen(actor.parties) || actor.own || actor.parties.includes('system');
  if (!sees) return refuse('NOT_FOUND');
  const move = moveFor(kase.state, act.action);
  if (move === undefined) return refuse('NOT_NOW');
  const role = roleIn(move, actor);
  if (role === undefined) return refuse('NOT_YOURS');
  if (move.notOwn && actor.own) return refuse('OWN_REPORT');
  if (move.when !== undefined) {
    const refusal = GUARDS[move.when](kase, { now: env.now, by: actor.by });
    if (refusal !== undefined) return refuse(refusal);
  }
  const step = stepFor(kase, act, actor, env);
  return ok(finish(kase, step, { action: act.action, role, by: actor.by, request }, move, env));
};

const roleIn = (move: Move, actor: Actor): Party | undefined =>
  move.by.find((party) => actor.parties.includes(party));
