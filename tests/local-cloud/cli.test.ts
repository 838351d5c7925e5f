import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ask, phone, startTestCloud } from './support/cloud';
import { type CloudProcess, startProcess, untilGone } from './support/process';

let data: string;
let running: CloudProcess | undefined;

beforeEach(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), 'local-cloud-'));
});

afterEach(async () => {
  await running?.end('SIGKILL');
  running = undefined;
  await rm(data, { recursive: true, force: true });
});

async function start(...more: string[]): Promise<CloudProcess> {
  running = await startProcess(data, '--no-timers', ...more);
  return running;
}

describe('started from a terminal', () => {
  test('it says when it is ready, and what its functions print', async () => {
    const { url, output } = await start();
    expect(output()).toMatch(/^ready http:\/\/127\.0\.0\.1:\d+$/m);
    await phone(url, 'p').call('trouble', { op: 'reject' });
    expect(output()).toMatch(/^\[trouble\] Error: nobody listens$/m);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it and every function', async (signal) => {
    const cloud = await start();
    const { body: pid } = await phone(cloud.url, 'p').call('trouble', { op: 'pid' });
    expect(await cloud.end(signal)).toBe(0);
    await untilGone(Number(pid));
  });

  test('functions end even when it is killed, frozen or not', async () => {
    const cloud = await start();
    const person = phone(cloud.url, 'p');
    const { body: frozen } = await person.call('trouble', { op: 'pid' });
    const { body: other } = await person.call('echo');
    void person.call('worker', { op: 'call', name: 'trouble', data: { op: 'hang' } }).catch(String);
    await cloud.end('SIGKILL');
    await untilGone(Number(frozen));
    await untilGone(Object(other).pid);
  });

  test('a second start on the same data continues where the first ended', async () => {
    const first = await start();
    await phone(first.url, 'p').subscribe('reminder-template');
    await phone(first.url, 'p').put('own/kept.txt', 'kept');
    await ask(`${first.url}/local/clock`, { method: 'POST', body: '{"shiftMs":5000}' });
    await first.end('SIGTERM');
    const { url } = await start();
    expect((await ask(`${url}/local/clock`)).body).toMatchObject({ shiftMs: 5000 });
    const kept = await phone(url, 'p').get(
      'cloud://local-1a2b3c.local-1a2b3c-1250000000/own/kept.txt',
    );
    expect(await kept.text()).toBe('kept');
    const data = { thing1: { value: 'a' }, time2: { value: '16:30' } };
    const send = { touser: 'p', template_id: 'reminder-template', data };
    const call = { op: 'wechat', api: 'subscribeMessage.send', data: send };
    expect((await phone(url, 'p').call('worker', call)).body).toMatchObject({
      ok: { result: { errcode: 0 } },
    });
  });

  test('functions get their variables from a file', async () => {
    const file = path.join(data, 'variables.json');
    await writeFile(file, '{"echo":{"GREETING":"from the file"}}');
    const { url } = await start('--variables', file);
    expect((await phone(url, 'p').call('echo')).body).toMatchObject({ greeting: 'from the file' });
  });
});

describe('one plain sentence', () => {
  test('for a port that is taken', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await new Promise((next) => other.once('listening', next));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(start('--port', String(port))).rejects.toThrow(
      `exit 1: Port ${port} is taken by another program.`,
    );
    other.close();
  });

  test('for a data folder that another cloud uses', async () => {
    await start();
    await expect(startProcess(data)).rejects.toThrow(
      `exit 1: The data folder ${data} is in use by another local cloud.`,
    );
  });

  test('for a data folder that cannot be', async () => {
    const file = path.join(data, 'file');
    await writeFile(file, '');
    await expect(start('--data', path.join(file, 'below'))).rejects.toThrow(/^exit 1: .+\.$/);
  });

  test('for functions that are not there', async () => {
    const absent = path.join(data, 'absent');
    await expect(start('--functions', absent)).rejects.toThrow(
      `exit 1: There is no folder ${absent}.`,
    );
  });

  test.each([
    ['{"colections":{}}', '"colections" is not known here'],
    ['{"storage":{"public":{"read":"all","write":"all"}}}', 'must end with /'],
    ['{"storage":{"public/":{"read":"some","write":"all"}}}', 'read and write'],
    ['{"collections":{"a":{"indexes":[{"name":"i"}]}}}', 'needs a name and keys'],
    ['not json', 'cannot be read'],
  ])('for an environment file that says %s', async (content, sentence) => {
    const environment = path.join(data, 'environment.json');
    await writeFile(environment, content);
    await expect(startTestCloud({ environment })).rejects.toThrow(sentence);
  });
});

describe('only this machine', () => {
  test('it listens on the loopback address alone', async () => {
    const { url } = await start();
    const outside = Object.values(os.networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal);
    for (const { address } of outside) {
      await expect(fetch(url.replace('127.0.0.1', address))).rejects.toThrow();
    }
  });

  test('pages of this machine may call it, pages of other sites may not', async () => {
    const { url } = await start();
    const from = (origin: string) =>
      fetch(`${url}/local/clock`, { headers: { origin }, method: 'OPTIONS' });
    for (const origin of ['http://127.0.0.1:5000', 'http://localhost:80']) {
      const answer = await from(origin);
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    }
    for (const origin of ['http://example.com', 'http://127.0.0.1.example.com', 'null']) {
      const answer = await from(origin);
      expect(answer.status).toBe(403);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

test('what is not offered is named', async () => {
  const { url } = await start();
  const answer = await ask(`${url}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: 'scf.listFunctions' }),
  });
  expect(answer.body).toMatchObject({
    code: 'INVALID_ACTION',
    message: expect.stringContaining('scf.listFunctions'),
  });
  expect((await ask(`${url}/elsewhere`)).status).toBe(404);
});
