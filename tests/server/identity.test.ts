import { callerOf, platformRequestId } from '@anshao/server/identity';
import { afterEach, describe, expect, test } from '@jest/globals';

const json = (variables: object) => ({ environment: JSON.stringify(variables) });

afterEach(() => {
  for (const name of ['WX_OPENID', 'WX_CONTEXT_KEYS', 'TCB_SOURCE', 'TRIGGER_SRC']) {
    delete process.env[name];
  }
});

describe('who calls, by the platform’s context', () => {
  test('a phone, in the newer and in the older form of the context', () => {
    const person = { kind: 'person', openid: 'o-1' };
    expect(callerOf(json({ WX_OPENID: 'o-1', TCB_SOURCE: 'wx_client' }))).toEqual(person);
    expect(callerOf({ environ: 'WX_OPENID=o-1;TCB_SOURCE=wx_client;EMPTY=' })).toEqual(person);
  });

  test('never the person of another call that still stands in the process', () => {
    Object.assign(process.env, { WX_OPENID: 'somebody-else', WX_CONTEXT_KEYS: 'WX_OPENID' });
    expect(callerOf(json({ TCB_SOURCE: 'wx_client' }))).toEqual({ kind: 'nobody' });
    expect(callerOf({})).toEqual({ kind: 'nobody' });
    expect(callerOf(undefined)).toEqual({ kind: 'nobody' });
  });

  test.each(['scf', 'wx_client,scf', 'wx_trigger,scf', 'wx_client,scf,scf'])(
    'another function: %s',
    (source) => {
      expect(callerOf(json({ TCB_SOURCE: source }))).toEqual({ kind: 'function' });
    },
  );

  test.each(['wx_client', 'scf,wx_client', 'scfx', 'wx_http', 'SCF', 'scf ', ''])(
    'no function: "%s"',
    (source) => {
      expect(callerOf(json({ TCB_SOURCE: source, WX_OPENID: 'o-1' })).kind).toBe('person');
      expect(callerOf(json({ TCB_SOURCE: source })).kind).toBe('nobody');
    },
  );

  test('the timer, by its source; somebody with an openid never is', () => {
    expect(callerOf(json({ TCB_SOURCE: 'wx_trigger', TRIGGER_SRC: 'timer' })).kind).toBe('timer');
    expect(callerOf(json({ TRIGGER_SRC: 'timer' })).kind).toBe('timer');
    expect(callerOf(json({ TRIGGER_SRC: 'timer', TCB_SOURCE: 'wx_client' })).kind).toBe('nobody');
    expect(callerOf(json({ TRIGGER_SRC: 'timer', WX_OPENID: 'o-1' })).kind).toBe('person');
    process.env['TRIGGER_SRC'] = 'timer';
    expect(callerOf(json({ TCB_SOURCE: 'wx_client' })).kind).toBe('nobody');
  });

  test('the platform’s id of the call goes into the log', () => {
    expect(platformRequestId({ request_id: 'r-1' })).toBe('r-1');
    expect(platformRequestId(null)).toBe('');
  });
});
