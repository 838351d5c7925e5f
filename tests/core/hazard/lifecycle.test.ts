import {
  ACTIONS,
  type Action,
  actionsFor,
  decide,
  PARTIES,
  type Party,
  STATES,
  type State,
} from '@anshao/core/hazard';
import { describe, expect, test } from '@jest/globals';
import { aCase, anAct, anActor, anEnv, MONDAY } from '../../builders/case';

/** Written by hand from the domain: every pair not listed here must be refused. */
const HANDLERS: readonly Party[] = ['handler', 'handlingChair'];
const ALLOWED: Partial<Record<`${State}.${Action}`, readonly Party[]>> = {
  'toVerify.acknowledge': HANDLERS,
  'toVerify.confirm': HANDLERS,
  'toVerify.declineNotTrue': HANDLERS,
  'toVerify.declineNotAccepted': HANDLERS,
};
const OPEN: readonly State[] = STATES.filter(
  (state) => !['fixed', 'closedUnfixed', 'voided'].includes(state),
);
for (const state of OPEN) {
  ALLOWED[`${state}.tellSite`] = ['reporter'];
  ALLOWED[`${state}.takePhoto`] = ['system'];
}

const caseIn = (state: State) => aCase({ state, photosDue: ['photo-2'] });

describe('who may do what in which state', () => {
  for (const state of STATES) {
    for (const action of ACTIONS.filter((action) => action !== 'undo')) {
      test(`${state}: ${action} is for ${ALLOWED[`${state}.${action}`]?.join(', ') ?? 'nobody'}`, () => {
        const mayDo = PARTIES.filter(
          (party) => decide(caseIn(state), anAct(action), anActor(party), 'request-2', anEnv()).ok,
        );
        expect(mayDo).toEqual(
          PARTIES.filter((party) => ALLOWED[`${state}.${action}`]?.includes(party)),
        );
      });
    }
  }

  test('buttons offer exactly what would be accepted', () => {
    for (const state of STATES) {
      for (const party of PARTIES) {
        const actor = anActor(party);
        const offered = actionsFor(caseIn(state), actor, MONDAY)
          .filter(({ refusal }) => refusal === undefined)
          .map(({ action }) => action);
        const accepted = ACTIONS.filter(
          (action) => decide(caseIn(state), anAct(action), actor, 'request-2', anEnv()).ok,
        );
        expect([...offered].sort()).toEqual([...accepted].sort());
      }
    }
  });
});

describe('what somebody without rights learns', () => {
  const code = (party: Party, action: Action) => {
    const answer = decide(aCase(), anAct(action), anActor(party), 'request-2', anEnv());
    return answer.ok ? 'ok' : answer.error.code;
  };

  test('the employer, an editor’s custodian or a stranger cannot tell the case exists', () => {
    expect(code('employer', 'confirm')).toBe('NOT_FOUND');
    expect(code('custodian', 'confirm')).toBe('NOT_FOUND');
    expect(decide(aCase(), anAct('confirm'), anActor(), 'request-2', anEnv())).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });

  test('a superior sees it but is told the step is not theirs', () => {
    expect(code('superior', 'confirm')).toBe('NOT_YOURS');
  });

  test('a handler who reported it is told why another must decide', () => {
    const actor = anActor('handler', 'reporter');
    const answer = decide(aCase(), anAct('confirm'), actor, 'request-2', anEnv());
    expect(answer).toMatchObject({ ok: false, error: { code: 'OWN_REPORT' } });
    expect(actionsFor(aCase(), actor, MONDAY)).toContainEqual({
      action: 'confirm',
      refusal: 'OWN_REPORT',
    });
  });
});
