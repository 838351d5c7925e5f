import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { inRoot } from '../../scripts/lib/paths';
import { aTree } from './support/tree';

jest.setTimeout(120_000);

type Command = ChildProcessByStdio<null, Readable, Readable>;

const started: Command[] = [];

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'close');
  }
});

function start(...args: string[]): Command {
  const child = spawn(process.execPath, [inRoot('scripts', 'bootstrap.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

/** The address that a command says it is ready at. */
async function readyAt(child: Command): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const address = /^ready (\S+)$/m.exec(said)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`ended before it was ready: ${said}`);
}

/** Ends a command as a person would, and waits until nothing of it holds its output open. */
async function end(child: Command): Promise<number | null> {
  child.stdout.resume();
  child.stderr.resume();
  const closed = once(child, 'close');
  child.kill('SIGINT');
  await closed;
  return child.exitCode;
}

async function outcome(child: Command): Promise<{ code: number | null; said: string }> {
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  await once(child, 'close');
  return { code: child.exitCode, said };
}

/** The functions of some other CloudBase project. */
const foreignFunctions = () =>
  aTree({
    'environment.json': '{ "collections": { "things": { "rules": "ADMINONLY", "indexes": [] } } }',
    'hello/package.json': '{ "name": "hello", "main": "index.js" }',
    'hello/index.js': 'exports.main = async (event) => ({ hello: event.name });',
  });

async function hello(address: string): Promise<unknown> {
  const answer = await fetch(`${address}/client/functions/hello`, {
    method: 'POST',
    headers: { 'x-local-openid': 'somebody', 'content-type': 'application/json' },
    body: JSON.stringify({ name: '安哨' }),
  });
  return answer.json();
}

describe('npm run local-cloud', () => {
  test('runs any project, ends without a trace, and continues on the same data', async () => {
    const functions = foreignFunctions();
    const data = aTree({});
    for (const _ of ['first', 'second']) {
      const cloud = start('local-cloud', '--port', '0', '--data', data, '--functions', functions);
      const address = await readyAt(cloud);
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(await hello(address)).toEqual({ hello: '安哨' });
      expect(await end(cloud)).toBe(0);
    }
  });

  test('says in one sentence that its data is in use', async () => {
    const args = ['--port', '0', '--data', aTree({}), '--functions', foreignFunctions()];
    await readyAt(start('local-cloud', ...args));
    const { code, said } = await outcome(start('local-cloud', ...args));
    expect(code).toBe(1);
    expect(said).toContain('in use');
    expect(said).not.toMatch(/^\s+at /m);
  });
});

describe('npm run preview', () => {
  test('serves any mini-program and ends without a trace', async () => {
    const project = aTree({
      'app.json': '{ "pages": ["home/home"] }',
      'app.ts': 'App({});',
      'home/home.ts': 'Page({});',
      'home/home.wxml': '<view>你好</view>',
    });
    const preview = start('preview', '--project', project, '--port', '0');
    const address = await readyAt(preview);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await fetch(address)).status).toBe(200);
    expect(await end(preview)).toBe(0);
  });

  test('says in one sentence that there is no such project', async () => {
    const { code, said } = await outcome(start('preview', '--project', '/nowhere'));
    expect(code).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
  });
});
