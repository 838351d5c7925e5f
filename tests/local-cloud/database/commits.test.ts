import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Blocked, Commits, KeepEarlier } from '../../../packages/local-cloud/src/database/commits';
import { Sqlite } from '../../../packages/local-cloud/src/database/sqlite';

/** A connection that counts its commits, and can be told to fail at one. */
class Counting extends Sqlite {
  commits = 0;
  failing = false;

  override run(sql: string, parameters: Parameters<Sqlite['run']>[1] = []): number {
    if (sql === 'COMMIT') {
      if (this.failing) throw new Error('disk full');
      this.commits += 1;
    }
    return super.run(sql, parameters);
  }
}

let folder: string;
let sqlite: Counting;
let commits: Commits;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'commits-'));
  sqlite = new Counting(path.join(folder, 'a.db'));
  sqlite.run('CREATE TABLE t (n INTEGER)');
  commits = new Commits(sqlite, () => undefined);
});
afterEach(() => {
  sqlite.close();
  rmSync(folder, { recursive: true });
});

const put = (n: number): number => sqlite.run('INSERT INTO t VALUES (?)', [n]);
const stored = (): unknown[] => sqlite.rows('SELECT n FROM t ORDER BY rowid').map(([n]) => n);

describe('group commit', () => {
  test('writes of one turn share a single commit', async () => {
    await Promise.all(Array.from({ length: 16 }, (_, n) => commits.submit(() => put(n))));
    expect(sqlite.commits).toBe(1);
    expect(stored()).toHaveLength(16);
    await commits.submit(() => put(99));
    expect(sqlite.commits).toBe(2);
  });

  test('nothing is answered before the commit', async () => {
    let answered = 0;
    const writes = [1, 2].map((n) =>
      commits
        .submit(() => {
          expect([answered, sqlite.commits]).toEqual([0, 0]);
          return put(n);
        })
        .then(() => {
          expect(sqlite.commits).toBe(1);
          answered += 1;
        }),
    );
    await Promise.all(writes);
    expect(answered).toBe(2);
  });

  test('one that fails takes nothing from its neighbours', async () => {
    const results = await Promise.allSettled([
      commits.submit(() => put(1)),
      commits.submit(() => {
        put(2);
        throw new Error('no');
      }),
      commits.submit(() => put(3)),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(stored()).toEqual([1, 3]);
    expect(sqlite.commits).toBe(1);
  });

  test('one that fails in the middle can keep what it wrote before', async () => {
    const failing = commits.submit(() => {
      put(1);
      throw new KeepEarlier(new Error('no'));
    });
    await expect(failing).rejects.toThrow('no');
    expect(stored()).toEqual([1]);
  });

  test('one that is blocked is tried again when the lock is released', async () => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let free = false;
    const waiting = commits.submit(() => {
      put(1);
      if (!free) throw new Blocked(released);
      return 'done';
    });
    await commits.submit(() => put(2));
    expect(stored()).toEqual([2]);
    free = true;
    release();
    expect(await waiting).toBe('done');
    expect(stored()).toEqual([2, 1]);
  });

  test('when the commit itself fails, every writer hears it and nothing is written', async () => {
    sqlite.failing = true;
    let undone = 0;
    const writes = [1, 2].map((n) =>
      commits.submit(
        () => put(n),
        () => {
          undone += 1;
        },
      ),
    );
    for (const result of await Promise.allSettled(writes)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { message: 'disk full' } });
    }
    expect([undone, stored()]).toEqual([2, []]);
    sqlite.failing = false;
    await commits.submit(() => put(3));
    expect(stored()).toEqual([3]);
  });

  test('when the disk ends the transaction by itself, every writer hears it', async () => {
    const results = await Promise.allSettled([
      commits.submit(() => put(1)),
      commits.submit(() => {
        // What a full disk does inside a statement.
        sqlite.run('ROLLBACK');
        throw new Error('database or disk is full');
      }),
      commits.submit(() => put(3)),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(stored()).toEqual([]);
    await commits.submit(() => put(4));
    expect(stored()).toEqual([4]);
  });

  test('closing commits what is waiting, and refuses what comes later', async () => {
    const waiting = commits.submit(() => put(1));
    commits.close();
    await waiting;
    expect(stored()).toEqual([1]);
    await expect(commits.submit(() => put(2))).rejects.toThrow('closed');
  });
});
