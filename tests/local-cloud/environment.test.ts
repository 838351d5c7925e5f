import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readEnvironment } from '../../packages/local-cloud/src/platform/environment';
import { explainDisk } from '../../packages/local-cloud/src/platform/plain-error';
import { ruleFor } from '../../packages/local-cloud/src/storage/rules';
import { functionsFolder, startTestCloud } from './support/cloud';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'environment-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function environmentOf(content: object): Promise<string> {
  const file = path.join(folder, 'environment.json');
  await writeFile(file, JSON.stringify(content));
  return file;
}

test('the longest storage prefix decides', async () => {
  const all = { read: 'all', write: 'functions' };
  const own = { read: 'creator', write: 'creator' };
  const file = await environmentOf({ storage: { 'a/': all, 'a/b/': own } });
  const { storage } = readEnvironment(file);
  expect(ruleFor(storage, 'a/x')).toEqual(all);
  expect(ruleFor(storage, 'a/b/x')).toEqual(own);
  expect(ruleFor(storage, 'a/bx')).toEqual(all);
  expect(ruleFor(storage, 'ab/x')).toEqual({ read: 'functions', write: 'functions' });
});

describe('an environment that names its mini-program', () => {
  test('takes messages for its pages only, those of subpackages included', async () => {
    await mkdir(path.join(folder, 'app'));
    const app = { pages: ['pages/home/home'], subPackages: [{ root: 'sub/', pages: ['a/a'] }] };
    await writeFile(path.join(folder, 'app', 'app.json'), JSON.stringify(app));
    const environment = await environmentOf({ collections: {}, app: 'app/app.json' });
    const cloud = await startTestCloud({ environment });
    try {
      const send = async (page: string) => {
        await cloud.phone('p').subscribe('any-template');
        const data = { thing1: { value: 'a' } };
        const message = { touser: 'p', template_id: 'any-template', page, data };
        const call = { op: 'wechat', api: 'subscribeMessage.send', data: message };
        const { body } = await cloud.phone('p').call('worker', call);
        return Object(body).ok.result.errcode;
      };
      expect(await send('pages/home/home?from=message')).toBe(0);
      expect(await send('sub/a/a')).toBe(0);
      expect(await send('a/a')).toBe(41030);
      expect(await send('pages/other/other')).toBe(41030);
    } finally {
      await cloud.close();
    }
  });

  test('must have it', async () => {
    const environment = await environmentOf({ app: 'absent/app.json' });
    await expect(startTestCloud({ environment })).rejects.toThrow('absent/app.json');
  });
});

test('a cloud that could not start lets go of its data', async () => {
  const data = path.join(folder, 'data');
  const index = { name: 'only-one', keys: [['a', 1]], unique: true };
  const options = { data, functions: functionsFolder };
  const first = await startTestCloud({
    ...options,
    environment: await environmentOf({ collections: { notes: {} } }),
  });
  for (const _id of ['1', '2']) await first.app.database().collection('notes').add({ _id, a: 1 });
  await first.close();
  const broken = startTestCloud({
    ...options,
    environment: await environmentOf({ collections: { notes: { indexes: [index] } } }),
  });
  await expect(broken.then((started) => started.close())).rejects.toThrow('Collections: ');
  const cloud = await startTestCloud(options);
  await cloud.close();
});

test.each([
  ['ENOSPC', 'The disk is full: nothing fits into /data.'],
  ['SQLITE_FULL', 'The disk is full: nothing fits into /data.'],
  ['EACCES', 'The data folder /data cannot be written.'],
  ['EROFS', 'The data folder /data cannot be written.'],
])('%s is told in one sentence', (code, sentence) => {
  expect(explainDisk(Object.assign(new Error('?'), { code }), '/data')).toMatchObject({
    name: 'PlainError',
    message: sentence,
  });
});
