import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, startTestCloud, type TestCloud } from './support/cloud';

const HOUR_MS = 3600 * 1000;
let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
});

afterAll(async () => {
  await cloud.close();
});

async function upload(cloudPath: string, text: string): Promise<string> {
  const { fileID } = await cloud.app.uploadFile({ cloudPath, fileContent: Buffer.from(text) });
  return fileID;
}

async function temporaryUrl(fileID: string, maxAge: number): Promise<string> {
  const { fileList } = await cloud.app.getTempFileURL({ fileList: [{ fileID, maxAge }] });
  return fileList[0]?.tempFileURL ?? '';
}

async function text(fileID: string): Promise<string> {
  const { fileContent } = await cloud.app.downloadFile({ fileID });
  return Buffer.from(fileContent ?? []).toString();
}

describe('the SDK', () => {
  test.each(['sealed/plain.txt', 'sealed/工会 照片(1).jpg'])(
    'uploads %s and reads it back',
    async (cloudPath) => {
      const fileID = await upload(cloudPath, `what lies in ${cloudPath}`);
      expect(fileID).toBe(`cloud://${cloud.environmentId}.local-1a2b3c-1250000000/${cloudPath}`);
      expect(await text(fileID)).toBe(`what lies in ${cloudPath}`);
    },
  );

  test('works from inside a function as well', async () => {
    const person = cloud.phone('p');
    const up = await person.call('worker', { op: 'upload', path: 'sealed/in.txt', text: 'in' });
    const fileID = Object(up.body).ok?.fileID;
    expect((await person.call('worker', { op: 'read', fileID })).body).toEqual({ ok: 'in' });
  });

  test('overwrites a file as a whole', async () => {
    const fileID = await upload('sealed/over.txt', 'a long first version');
    await upload('sealed/over.txt', 'second');
    expect(await text(fileID)).toBe('second');
  });

  test('tells size and type of a file', async () => {
    const fileID = await upload('sealed/info.png', 'five!');
    const { fileList } = await cloud.app.getFileInfo({ fileList: [fileID] });
    expect(fileList[0]).toMatchObject({ code: 'SUCCESS', size: 5, mime: 'image/png' });
  });

  test('copies and moves files', async () => {
    await upload('sealed/a/one.txt', 'one');
    const { fileList } = await cloud.app.copyFile({
      fileList: [
        { srcPath: 'sealed/a/one.txt', dstPath: 'sealed/b/one.txt', removeOriginal: true },
        { srcPath: 'sealed/a/two.txt', dstPath: 'sealed/b/two.txt' },
      ],
    });
    expect(fileList).toMatchObject([{ code: 'SUCCESS' }, { code: 'STORAGE_FILE_NONEXIST' }]);
    expect(await text(Object(fileList[0]).fileId)).toBe('one');
  });

  test('deletes files, and says which were not there', async () => {
    const fileID = await upload('sealed/gone.txt', 'x');
    const missing = fileID.replace('gone', 'never');
    const { fileList } = await cloud.app.deleteFile({ fileList: [fileID, missing] });
    expect(fileList).toMatchObject([
      { fileID, code: 'SUCCESS' },
      { fileID: missing, code: 'STORAGE_FILE_NONEXIST' },
    ]);
    await expect(text(fileID)).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
  });

  test('handles fifty files at once and not one more', async () => {
    const fileID = await upload('sealed/many.txt', 'x');
    const list = (count: number) => ({ fileList: Array.from({ length: count }, () => fileID) });
    await expect(cloud.app.getTempFileURL(list(50))).resolves.toMatchObject({
      fileList: expect.arrayContaining([expect.objectContaining({ code: 'SUCCESS' })]),
    });
    await expect(cloud.app.getTempFileURL(list(51))).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    });
    await expect(cloud.app.deleteFile(list(51))).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  });

  test.each(['../outside.txt', '/absolute.txt', 'a//b.txt', 'a/./b.txt', 'what?.txt', ''])(
    'is refused the path %j',
    async (cloudPath) => {
      await expect(upload(cloudPath, 'x')).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    },
  );

  test('leaves no trace of a path on the disk', async () => {
    await upload('sealed/secret-name.txt', 'x');
    const names = await readdir(path.join(cloud.data, 'files'));
    expect(names.join(' ')).not.toContain('secret-name');
  });
});

describe('a temporary URL', () => {
  test('is read by anybody until it expires', async () => {
    const url = await temporaryUrl(await upload('sealed/url.txt', 'hello'), 600);
    expect((await ask(encodeURI(url))).body).toBe('hello');
    await cloud.local('clock', { shiftMs: HOUR_MS });
    try {
      expect((await fetch(url)).status).toBe(403);
    } finally {
      await cloud.local('clock', { shiftMs: 0 });
    }
  });

  test('opens no other file and lasts no longer than it was signed for', async () => {
    const url = await temporaryUrl(await upload('sealed/mine.txt', 'mine'), 600);
    await upload('sealed/other.txt', 'other');
    expect((await fetch(url.replace('mine.txt', 'other.txt'))).status).toBe(403);
    expect((await fetch(url.replace(/t=(\d+)/, 't=9999999999999'))).status).toBe(403);
    expect((await fetch(url.replace(/\?.*/, ''))).status).toBe(403);
  });

  test('cannot be used to write', async () => {
    const url = await temporaryUrl(await upload('sealed/read-only.txt', 'before'), 600);
    expect((await fetch(url, { method: 'PUT', body: 'after' })).status).toBe(403);
    expect((await ask(url)).body).toBe('before');
  });
});

test('a file larger than the platform takes is refused and leaves nothing', async () => {
  const before = await readdir(path.join(cloud.data, 'files'));
  const { status, body } = await cloud.phone('p').put('own/huge.bin', Buffer.alloc(51 * 1024 ** 2));
  expect(status).toBe(400);
  expect(body).toMatchObject({ code: 'EXCEED_REQUEST_SIZE_LIMIT', errCode: -403001 });
  expect(await readdir(path.join(cloud.data, 'files'))).toHaveLength(before.length);
});

describe('the rules bind the phone', () => {
  const fileIdOf = (name: string) =>
    `cloud://${cloud.environmentId}.local-1a2b3c-1250000000/${name}`;

  test('incoming/: its creator writes, nobody reads, not even the creator', async () => {
    const { status, body } = await cloud.phone('worker').put('incoming/a.txt', 'photo');
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { fileID: fileIdOf('incoming/a.txt') },
    });
    expect((await cloud.phone('worker').get(fileIdOf('incoming/a.txt'))).status).toBe(400);
    expect((await cloud.phone('other').put('incoming/a.txt', 'mine now')).body).toMatchObject({
      code: 'STORAGE_EXCEED_AUTHORITY',
    });
    expect(await text(fileIdOf('incoming/a.txt'))).toBe('photo');
  });

  test('own/: its creator reads, overwrites and deletes; nobody else does', async () => {
    const fileID = fileIdOf('own/b.txt');
    await cloud.phone('worker').put('own/b.txt', 'one');
    await cloud.phone('worker').put('own/b.txt', 'two');
    expect(await (await cloud.phone('worker').get(fileID)).text()).toBe('two');
    expect((await cloud.phone('other').get(fileID)).status).toBe(400);
    expect((await cloud.phone('other').remove(fileID)).body).toMatchObject({
      code: 'STORAGE_EXCEED_AUTHORITY',
    });
    expect((await cloud.phone('worker').remove(fileID)).status).toBe(200);
    await expect(text(fileID)).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
  });

  test('public/: all read, by the path alone; functions write', async () => {
    const fileID = await upload('public/c.txt', 'for all');
    expect(await (await cloud.phone('anybody').get(fileID)).text()).toBe('for all');
    expect((await ask(`${cloud.url}/storage/public/c.txt`)).body).toBe('for all');
    expect((await cloud.phone('anybody').put('public/c.txt', 'mine')).status).toBe(400);
  });

  test.each(['sealed/d.txt', 'elsewhere/d.txt', 'd.txt'])('%s: functions only', async (name) => {
    const fileID = await upload(name, 'sealed');
    expect((await cloud.phone('anybody').get(fileID)).status).toBe(400);
    expect((await cloud.phone('anybody').put(name, 'mine')).status).toBe(400);
    expect(await text(fileID)).toBe('sealed');
  });

  test('a stranger cannot tell a file that is there from one that is not', async () => {
    await upload('sealed/there.txt', 'x');
    const there = await cloud.phone('p').get(fileIdOf('sealed/there.txt'));
    const absent = await cloud.phone('p').get(fileIdOf('sealed/here.txt'));
    expect(absent.status).toBe(there.status);
    const words = (await absent.text()).replaceAll('sealed/here', 'sealed/there');
    expect(words).toBe(await there.text());
  });

  test('a path that climbs out of its prefix does not fool the rule', async () => {
    const sneaky = await cloud.phone('p').put('own/..%2Fsealed/e.txt', 'mine');
    expect(sneaky.status).toBe(400);
  });

  test('the database is closed to the phone', async () => {
    const { status, body } = await ask(`${cloud.url}/client/database/get`, {
      method: 'POST',
      headers: { 'x-local-openid': 'p' },
      body: JSON.stringify({ collectionName: 'notes' }),
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'DATABASE_PERMISSION_DENIED', errCode: -502003 });
  });
});
