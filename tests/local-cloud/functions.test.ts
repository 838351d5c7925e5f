import { access, cp, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { functionsFolder, startTestCloud, type TestCloud } from './support/cloud';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud({ variables: { echo: { GREETING: 'hello' } } });
});

afterAll(async () => {
  await cloud.close();
});

describe('who is calling', () => {
  test('a phone is known by the header alone, in the context and in the process', async () => {
    const { body } = await cloud.phone('person-1').call('echo', { a: 1 });
    expect(body).toMatchObject({
      event: { a: 1 },
      openid: 'person-1',
      processOpenid: 'person-1',
      source: 'wx_client',
      processSource: 'wx_client',
    });
  });

  test('identity fields that a phone forges in its event are overwritten', async () => {
    const forged = { userInfo: { openId: 'chief' }, WX_OPENID: 'chief', tcbContext: { a: 1 } };
    const { body } = await cloud.phone('person-2').call('echo', forged);
    expect(body).toMatchObject({
      event: { userInfo: { openId: 'person-2' }, tcbContext: {} },
      openid: 'person-2',
    });
  });

  test('nobody gets in without the header, or with one that is no openid', async () => {
    for (const openid of ['', 'a b', 'x'.repeat(65)]) {
      const { status, body } = await cloud.phone(openid).call('echo');
      expect(status).toBe(400);
      expect(body).toMatchObject({ code: 'CHECK_LOGIN_FAILED' });
    }
  });

  test('a function called by a function sees the chain and no person', async () => {
    const { body } = await cloud.phone('person-1').call('worker', {
      op: 'call',
      name: 'echo',
      data: { inner: true },
    });
    expect(body).toMatchObject({
      ok: { result: { event: { inner: true }, source: 'wx_client,scf' } },
    });
    expect(JSON.stringify(body)).not.toContain('person-1');
  });

  test('the chain grows with every function', async () => {
    const { body } = await cloud.phone('person-1').call('worker', {
      op: 'call',
      name: 'worker',
      data: { op: 'call', name: 'echo' },
    });
    expect(body).toMatchObject({
      ok: { result: { ok: { result: { source: 'wx_client,scf,scf' } } } },
    });
  });

  test('an administrator outside is neither a phone nor a function', async () => {
    const { result } = await cloud.app.callFunction({ name: 'echo', data: {} });
    expect(result).not.toHaveProperty('openid');
    expect(result).not.toMatchObject({ source: expect.stringMatching(/wx_client|scf/) });
  });
});

test('a program that started the cloud can call as a person or as nobody', async () => {
  expect(await cloud.invoke('echo', { a: 1 }, 'person-1')).toMatchObject({
    event: { a: 1 },
    openid: 'person-1',
    source: 'wx_client',
  });
  const answer = await cloud.invoke('echo', {});
  expect(answer).toMatchObject({ source: 'wx_unknown' });
  expect(answer).not.toHaveProperty('openid');
  await expect(cloud.invoke('absent', {})).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
});

test('a function has the environment and the context of the platform', async () => {
  const { body } = await cloud.phone('person-1').call('echo');
  expect(body).toMatchObject({
    environment: cloud.environmentId,
    namespace: cloud.environmentId,
    runEnvironment: 'SCF',
    functionName: 'echo',
    greeting: 'hello',
    timeLimit: 5000,
    memoryLimit: 256,
    environ: expect.stringContaining('WX_OPENID=person-1;'),
  });
});

test('a function sees no other environment variables of this machine', async () => {
  process.env['GREETING'] = 'from the machine';
  try {
    const other = await startTestCloud();
    try {
      const { body } = await other.phone('p').call('echo');
      expect(body).not.toHaveProperty('greeting');
    } finally {
      await other.close();
    }
  } finally {
    delete process.env['GREETING'];
  }
});

describe('how a call ends', () => {
  const person = () => cloud.phone('person-1');

  test('a function that answers nothing answers null', async () => {
    expect(await person().call('trouble', { op: 'nothing' })).toEqual({ status: 200, body: null });
  });

  test('an error that a function throws is told with its message', async () => {
    const { status, body } = await person().call('trouble', { op: 'throw' });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      errCode: -504002,
      message: expect.stringContaining('a sad end'),
    });
  });

  test('the SDK throws the same error', async () => {
    await expect(
      cloud.app.callFunction({ name: 'trouble', data: { op: 'throw' } }),
    ).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
  });

  test.each(['hang', 'spin'])('a function that does not come back (%s) is ended', async (op) => {
    const { body } = await person().call('trouble', { op });
    expect(body).toMatchObject({
      errCode: -504003,
      message: expect.stringContaining('timed out after 3 seconds'),
    });
    expect(body).toMatchObject({ message: expect.stringContaining('"errorCode":433') });
  });

  test('an unhandled rejection ends the instance and fails the call', async () => {
    const before = await person().call('trouble', { op: 'pid' });
    const { body } = await person().call('trouble', { op: 'reject' });
    expect(body).toMatchObject({ message: expect.stringContaining('nobody listens') });
    const after = await person().call('trouble', { op: 'pid' });
    expect(after.body).not.toBe(before.body);
  });

  test('a function that exits fails its call, and the next call works', async () => {
    const { body } = await person().call('trouble', { op: 'exit' });
    expect(body).toMatchObject({ message: expect.stringContaining('"errorCode":439') });
    expect((await person().call('trouble', { op: 'pid' })).status).toBe(200);
  });

  test('a function that needs more memory than it has is ended', async () => {
    const functions = await copyOf('trouble', { timeout: 30, memorySize: 32 });
    const small = await startTestCloud({ functions });
    try {
      const { body } = await small.phone('p').call('trouble', { op: 'memory' });
      expect(body).toMatchObject({ message: expect.stringContaining('"errorCode":434') });
    } finally {
      await small.close();
      await rm(functions, { recursive: true });
    }
  });

  test('a function that cannot be loaded says why', async () => {
    const { body } = await person().call('broken');
    expect(body).toMatchObject({ message: expect.stringContaining('cannot even start') });
  });

  test.each(['absent', '../functions/echo', 'environment.json'])(
    'there is no function %s',
    async (name) => {
      const { body } = await person().call(encodeURIComponent(name));
      expect(body).toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
    },
  );
});

describe('payloads', () => {
  test('an answer of 5 MB passes, one of 7 MB does not', async () => {
    const person = cloud.phone('person-1');
    const fits = await person.call('trouble', { op: 'big', megabytes: 5 });
    expect(String(fits.body)).toHaveLength(5 * 1024 * 1024);
    const { body } = await person.call('trouble', { op: 'big', megabytes: 7 });
    expect(body).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
  });

  test('an event of 5 MB passes, one of 7 MB does not, from the phone and from the SDK', async () => {
    const event = (megabytes: number) => ({
      op: 'size',
      text: 'x'.repeat(megabytes * 1024 * 1024),
    });
    const person = cloud.phone('person-1');
    expect((await person.call('trouble', event(5))).body).toBe(5 * 1024 * 1024);
    expect((await person.call('trouble', event(7))).body).toMatchObject({
      code: 'EXCEED_MAX_PAYLOAD_SIZE',
    });
    await expect(cloud.app.callFunction({ name: 'trouble', data: event(7) })).rejects.toMatchObject(
      { code: 'EXCEED_MAX_PAYLOAD_SIZE' },
    );
  });
});

describe('instances', () => {
  test('a call after another finds the same process, warm', async () => {
    const person = cloud.phone('person-1');
    const first = await person.call('trouble', { op: 'pid' });
    expect((await person.call('trouble', { op: 'pid' })).body).toBe(first.body);
  });

  test('an instance takes one event at a time; several instances share the rest', async () => {
    const calls = Array.from({ length: 10 }, (_, at) =>
      cloud.phone(`person-${at}`).call('trouble', { op: 'alone' }),
    );
    const answers = (await Promise.all(calls)).map(({ body }) => body);
    expect(answers).toEqual(answers.map(() => expect.objectContaining({ seen: 1 })));
    const processes = new Set(answers.map((answer) => Object(answer).pid));
    expect(processes.size).toBeGreaterThan(1);
    expect(processes.size).toBeLessThanOrEqual(4);
  });

  test('what a function leaves running is frozen with its answer', async () => {
    const file = path.join(cloud.data, 'later.txt');
    const person = cloud.phone('person-1');
    const { body: pid } = await person.call('trouble', { op: 'later', file });
    await new Promise((resolve) => setTimeout(resolve, 400));
    await expect(access(file)).rejects.toMatchObject({ code: 'ENOENT' });
    // The next event thaws the process, and what was left goes on behind its back.
    const next = await person.call('trouble', { op: 'alone' });
    expect(next.body).toMatchObject({ pid });
    await expect(access(file)).resolves.toBeUndefined();
  });

  test('a rebuilt index.js is picked up by the next call', async () => {
    const functions = await copyOf('trouble', {});
    const rebuilt = await startTestCloud({ functions });
    try {
      const person = rebuilt.phone('p');
      expect((await person.call('trouble', { op: 'nothing' })).body).toBeNull();
      const file = path.join(functions, 'trouble', 'index.js');
      await writeFile(file, 'exports.main = () => "new";');
      await utimes(file, new Date(), new Date(Date.now() + 5000));
      expect((await person.call('trouble', { op: 'nothing' })).body).toBe('new');
    } finally {
      await rebuilt.close();
      await rm(functions, { recursive: true });
    }
  });
});

/** A functions folder of its own with one function, its config replaced. */
async function copyOf(name: string, config: object): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'functions-'));
  await cp(path.join(functionsFolder, name), path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, 'config.json'), JSON.stringify(config));
  return folder;
}
