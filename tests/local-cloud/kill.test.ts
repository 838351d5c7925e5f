import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { phone, sdk } from './support/cloud';
import { startProcess } from './support/process';

// Five rounds here, fifty in the soak.
const ROUNDS = process.env['ANSHAO_SOAK'] === '1' ? 50 : 5;
const WRITERS = 4;

jest.setTimeout(ROUNDS * 30_000);

/** What the cloud has acknowledged, to be looked for after it was killed. */
interface Acknowledged {
  readonly notes: string[];
  readonly pairs: string[];
  readonly files: Map<string, string>;
}

const halves = (id: string) => [`${id}-left`, `${id}-right`];
const contentOf = (id: string) => id.repeat(500);

/** Writes until the connection breaks: documents, pairs in transactions, files. */
async function load(url: string, kept: Acknowledged): Promise<void> {
  const app = sdk(url);
  const db = app.database();
  const person = phone(url, 'worker');
  const writers = {
    note: async (id: string) => {
      await db.collection('notes').add({ _id: id, text: contentOf(id) });
      kept.notes.push(id);
    },
    throughFunction: async (id: string) => {
      const { body } = await person.call('worker', { op: 'add', _id: id });
      if (Object(body).ok?.id !== id) throw new Error('not acknowledged');
      kept.notes.push(id);
    },
    pair: async (id: string) => {
      await db.runTransaction(async (transaction: typeof db) => {
        for (const _id of halves(id)) await transaction.collection('runs').add({ _id });
      });
      kept.pairs.push(id);
    },
    file: async (id: string) => {
      const { status, body } = await person.put(`own/${id}.txt`, contentOf(id));
      if (status !== 200) throw new Error('not acknowledged');
      kept.files.set(id, Object(body).fileID);
    },
  };
  const write = async (one: (id: string) => Promise<void>): Promise<void> => {
    try {
      for (;;) await one(randomUUID());
    } catch {
      // The cloud was killed; what was under way was not acknowledged.
    }
  };
  await Promise.all(
    Object.values(writers).flatMap((one) => Array.from({ length: WRITERS }, () => write(one))),
  );
}

/** All documents of a collection by id. */
async function all(url: string, collection: string): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  for (;;) {
    const query = sdk(url).database().collection(collection).orderBy('_id', 'asc');
    const { data } = await query.skip(found.size).limit(500).get();
    for (const one of data) found.set(String(Object(one)._id), one);
    if (data.length < 500) return found;
  }
}

test(`killed ${ROUNDS} times under load: nothing acknowledged is lost, nothing is torn`, async () => {
  const data = await mkdtemp(path.join(os.tmpdir(), 'local-cloud-'));
  const kept: Acknowledged = { notes: [], pairs: [], files: new Map() };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = kept.notes.length + kept.pairs.length + kept.files.size;
      const cloud = await startProcess(data, '--no-timers');
      const loading = load(cloud.url, kept);
      while (kept.notes.length + kept.pairs.length + kept.files.size < before + 20) {
        await new Promise((next) => setTimeout(next, 20));
      }
      await new Promise((next) => setTimeout(next, Math.random() * 400));
      await cloud.end('SIGKILL');
      await loading;
    }
    const cloud = await startProcess(data, '--no-timers');
    try {
      const notes = await all(cloud.url, 'notes');
      expect(kept.notes.filter((id) => !notes.has(id))).toEqual([]);
      for (const [id, note] of notes) {
        const { text } = Object(note);
        expect(text === undefined || text === contentOf(id)).toBe(true);
      }
      const runs = await all(cloud.url, 'runs');
      expect(kept.pairs.flatMap(halves).filter((id) => !runs.has(id))).toEqual([]);
      const ids = new Set([...runs.keys()].map((id) => id.replace(/-(left|right)$/, '')));
      expect([...ids].filter((id) => !halves(id).every((half) => runs.has(half)))).toEqual([]);
      const person = phone(cloud.url, 'worker');
      for (const [id, fileID] of kept.files) {
        expect(await (await person.get(fileID)).text()).toBe(contentOf(id));
      }
      expect(kept.pairs.length * kept.notes.length * kept.files.size).toBeGreaterThan(0);
    } finally {
      await cloud.end('SIGTERM');
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
});
