import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestCloud, type TestCloud } from './support/cloud';

let cloud: TestCloud;
let count = 0;

beforeAll(async () => {
  cloud = await startTestCloud();
});

afterAll(async () => {
  await cloud.close();
});

afterEach(async () => {
  await cloud.local('faults', []);
});

/** A new id and the function call that adds a document of that id. */
function adding(): { _id: string; add: () => Promise<unknown> } {
  count += 1;
  const _id = `note-${count}`;
  return {
    _id,
    add: async () => (await cloud.phone('p').call('worker', { op: 'add', _id })).body,
  };
}

async function isThere(_id: string): Promise<boolean> {
  return (await cloud.app.database().collection('notes').where({ _id }).get()).data.length === 1;
}

const faults = (...list: object[]) => cloud.local('faults', list);

describe('on demand', () => {
  test('nothing happens unless it is asked for', async () => {
    const { _id, add } = adding();
    expect(await add()).toMatchObject({ ok: { id: _id } });
  });

  test('reset: the connection breaks before the work', async () => {
    const { _id, add } = adding();
    await faults({ on: { function: 'worker' }, do: 'reset' });
    expect(await add()).toMatchObject({ code: 'ECONNRESET' });
    await faults();
    expect(await isThere(_id)).toBe(false);
  });

  test('drop: the work is done and the answer lost', async () => {
    const { _id, add } = adding();
    await faults({ on: { function: 'worker' }, do: 'drop' });
    expect(await add()).toMatchObject({ code: 'ECONNRESET' });
    await faults();
    expect(await isThere(_id)).toBe(true);
  });

  test('error: the code that was asked for, and no work', async () => {
    const { _id, add } = adding();
    await faults({ on: {}, do: 'error', code: 'DATABASE_REQUEST_FAILED' });
    expect(await add()).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    await faults();
    expect(await isThere(_id)).toBe(false);
  });

  test('delay: the work is done, later', async () => {
    const { _id, add } = adding();
    await faults({ on: {}, do: 'delay', ms: 300 });
    const from = performance.now();
    expect(await add()).toMatchObject({ ok: { id: _id } });
    expect(performance.now() - from).toBeGreaterThanOrEqual(299);
    expect(await isThere(_id)).toBe(true);
  });

  test('killBefore: the calling process ends before the write', async () => {
    const { _id, add } = adding();
    await faults({ on: { function: 'worker', n: 1 }, do: 'killBefore' });
    expect(await add()).toMatchObject({ message: expect.stringContaining('SIGKILL') });
    expect(await isThere(_id)).toBe(false);
    expect(await add()).toMatchObject({ ok: { id: _id } });
  });

  test('killAfter: the calling process ends after the write', async () => {
    const { _id, add } = adding();
    await faults({ on: { function: 'worker', n: 1 }, do: 'killAfter' });
    expect(await add()).toMatchObject({ message: expect.stringContaining('SIGKILL') });
    expect(await isThere(_id)).toBe(true);
  });
});

describe('where they strike', () => {
  test('at the n-th database call of a function, counted since they were set', async () => {
    const { _id } = adding();
    const twice = async () => (await cloud.phone('p').call('worker', { op: 'twice', _id })).body;
    await faults({ on: { function: 'worker', n: 2 }, do: 'killBefore' });
    expect(await twice()).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
    expect(await isThere(`${_id}-1`)).toBe(true);
    expect(await isThere(`${_id}-2`)).toBe(false);
  });

  test('not at calls of another function or of an administrator', async () => {
    await faults({ on: { function: 'ticker' }, do: 'reset' });
    const { _id, add } = adding();
    expect(await add()).toMatchObject({ ok: { id: _id } });
    expect(await isThere(_id)).toBe(true);
  });

  test('at one action only', async () => {
    const { _id, add } = adding();
    await faults({ on: { action: 'storage.getUploadMetadata' }, do: 'error', code: 'SYS_ERR' });
    expect(await add()).toMatchObject({ ok: { id: _id } });
    const upload = { op: 'upload', path: 'sealed/a.txt', text: 'a' };
    expect((await cloud.phone('p').call('worker', upload)).body).toMatchObject({
      code: 'SYS_ERR',
    });
  });
});

test('the requests of a function can be counted, in order', async () => {
  await cloud.local('requests', {});
  const { _id } = adding();
  await cloud.phone('p').call('worker', { op: 'twice', _id });
  await cloud.phone('p').call('worker', { op: 'call', name: 'echo' });
  const add = { function: 'worker', action: 'database.insertDocument', collection: 'notes' };
  expect((await cloud.local('requests', {})).body).toEqual({
    requests: [add, add, { function: 'worker', action: 'functions.invokeFunction' }],
  });
  expect((await cloud.local('requests', {})).body).toEqual({ requests: [] });
});

describe('between the phone and the cloud', () => {
  test('drop: the function has run, the phone hears nothing', async () => {
    const { _id, add } = adding();
    await faults({ on: { function: 'worker', action: 'client.functions', n: 1 }, do: 'drop' });
    await expect(add()).rejects.toThrow();
    expect(await isThere(_id)).toBe(true);
  });

  test('reset: the function has not run', async () => {
    const { _id, add } = adding();
    await faults({ on: { action: 'client.functions', n: 1 }, do: 'reset' });
    await expect(add()).rejects.toThrow();
    expect(await isThere(_id)).toBe(false);
    expect(await add()).toMatchObject({ ok: { id: _id } });
  });

  test('an upload can be lost as well', async () => {
    await faults({ on: { action: 'client.storage', n: 2 }, do: 'reset' });
    const put = () => cloud.phone('p').put('own/a.txt', 'a');
    expect(await put()).toMatchObject({ status: 200 });
    await expect(put()).rejects.toThrow();
    expect(await put()).toMatchObject({ status: 200 });
  });
});

test.each([
  [{ not: 'a list' }, 'list'],
  [[{ do: 'explode' }], 'do'],
  [[{ do: 'delay' }], 'ms'],
  [[{ do: 'error' }], 'code'],
  [[{ on: { n: 0 }, do: 'drop' }], 'n'],
])('faults that are not understood are refused: %j', async (value, word) => {
  const { status, body } = await cloud.local('faults', value);
  expect(status).toBe(400);
  expect(body).toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.stringContaining(word),
  });
});
