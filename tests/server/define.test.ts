import '../builders/without-ai';

import { defineContract, ok, refuse } from '@anshao/core';
import { defineFunction, internal, method } from '@anshao/server';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { phoneContext } from '../builders/server-sdk';

const contract = (name: string, who: 'person' | 'functions' | 'timer') =>
  defineContract({
    method: name,
    kind: 'read',
    who,
    summary: '',
    input: v.object({ word: v.optional(v.string()) }),
    output: v.object({ word: v.string() }),
    errors: ['NOT_NOW'],
  });

const echo = method(contract('thing.echo', 'person'), async ({ word }, { openid }) => {
  const secret = { word: word ?? '', openid, password: 'hunter2' };
  return ok(secret);
});
const late = method(contract('thing.late', 'person'), async () => refuse('NOT_NOW'));
const wrong = method(contract('thing.wrong', 'person'), async () => refuse('TOO_MANY'));
const broken = method(contract('thing.broken', 'person'), async () => {
  throw new TypeError('a bug that names o-1');
});
const inner = internal(contract('thing.inner', 'functions'), async () => ok({ word: 'in' }));
const tick = internal(contract('thing.tick', 'timer'), async () => ok({ word: 'tick' }));

const main = defineFunction([echo, late, wrong, broken, inner, tick]);
const phone = phoneContext('o-1');
const from = (source: string) => ({ environment: JSON.stringify({ TCB_SOURCE: source }) });
const call = (name: string, input: unknown = {}) => ({
  method: name,
  requestId: 'request-0123456789',
  input,
});

const lines: string[] = [];
beforeAll(() => {
  const keep = (line: unknown) => {
    lines.push(String(line));
  };
  jest.spyOn(console, 'log').mockImplementation(keep);
  jest.spyOn(console, 'error').mockImplementation(keep);
});
afterAll(() => {
  jest.restoreAllMocks();
});

describe('a function', () => {
  test('lets out what its contract declares and nothing else', async () => {
    const answer = await main(call('thing.echo', { word: 'hi', more: 1 }), phone);
    expect(answer).toEqual({ ok: true, now: expect.any(Number), output: { word: 'hi' } });
  });

  test('names the input that does not fit', async () => {
    expect(await main(call('thing.echo', { word: 7 }), phone)).toMatchObject({
      ok: false,
      error: { code: 'BAD_INPUT', fields: { word: expect.any(String) } },
    });
  });

  test('answers an expected refusal by its code, an undeclared one as the bug it is', async () => {
    const code = (name: string) => main(call(name), phone);
    expect(await code('thing.late')).toMatchObject({ error: { code: 'NOT_NOW' } });
    expect(await code('thing.wrong')).toMatchObject({ error: { code: 'INTERNAL' } });
    expect(await code('thing.broken')).toMatchObject({ error: { code: 'INTERNAL' } });
    expect(lines.some((line) => line.includes('"event":"bug"'))).toBe(true);
  });

  test('opens each method to its own callers alone', async () => {
    const code = async (name: string, context: object) => {
      const answer = await main(call(name), context);
      return answer.ok ? 'OK' : answer.error.code;
    };
    expect(await code('thing.inner', from('wx_client,scf'))).toBe('OK');
    expect(await code('thing.inner', phone)).toBe('NOT_FOUND');
    expect(await code('thing.echo', from('wx_client,scf'))).toBe('NO_IDENTITY');
    expect(await code('thing.tick', phone)).toBe('NOT_FOUND');
    expect(await code('thing.tick', from('wx_client,scf'))).toBe('NOT_FOUND');
    expect(await code('thing.echo', from('wx_client'))).toBe('NO_IDENTITY');
  });

  test('runs its timer method for the timer, whatever the event says', async () => {
    const answer = await main(call('thing.echo', { word: 'hi' }), from('wx_trigger'));
    expect(answer).toMatchObject({ ok: true, output: { word: 'tick' } });
    const untimed = defineFunction([echo]);
    expect(await untimed({}, from('wx_trigger'))).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  test('writes no openid into its log', () => {
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => line.includes('openid'))).toEqual([]);
  });

  test('refuses to be built wrongly', () => {
    const handler = async () => ok({ word: '' });
    expect(() => method(contract('thing.x', 'timer'), handler)).toThrow('not for people');
    expect(() => internal(contract('thing.x', 'person'), handler)).toThrow('not internal');
  });
});
