import type { ErrorCode } from '../errors';
import type { Case } from './case';
import { GUARDS } from './guards';
import { movesOf } from './lifecycle';
import type { Action, Party } from './state';

/** A button: what may be done, or why not now. */
export interface OfferedAction {
  readonly action: Action;
  /** Missing: may be done. */
  readonly refusal?: ErrorCode;
}

interface Viewer {
  readonly parties: readonly Party[];
  readonly own: boolean;
  readonly by: string | undefined;
}

/**
 * The acts a person is offered on a case, main act first, from the same table the server decides
 * by. What is refused because of who one is stays visible with its reason; what the state does
 * not allow is not offered.
 */
export const actionsFor = (kase: Case, viewer: Viewer, now: number): OfferedAction[] =>
  movesOf(kase.state).flatMap(([action, move]): OfferedAction[] => {
    if (!move.by.some((party) => viewer.parties.includes(party))) return [];
    if (move.when !== undefined && GUARDS[move.when](kase, { now, by: viewer.by }) !== undefined) {
      return [];
    }
    return [move.notOwn && viewer.own ? { action, refusal: 'OWN_REPORT' } : { action }];
  });
