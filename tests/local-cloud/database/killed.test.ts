import { spawn } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { TestDatabase } from './support/open';

const writer = path.join(path.dirname(fileURLToPath(import.meta.url)), 'support/writer.ts');

/** Lets a process write until it has acknowledged so many writes, and kills it; what it said. */
async function writeAndKill(file: string, round: number, wanted: number): Promise<string[]> {
  const args = ['--import', 'tsx', writer, file, String(round)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  readline.createInterface({ input: child.stdout }).on('line', (line) => {
    acknowledged.push(line);
    if (acknowledged.length === wanted) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('close', resolve));
  return acknowledged;
}

test('killed while it writes, a database has every write that it acknowledged, and no half ones', async () => {
  const db = new TestDatabase();
  const kept: string[] = [];
  try {
    for (let round = 0; round < 2; round += 1) {
      db.database.close();
      kept.push(...(await writeAndKill(db.file, round, 150 + 61 * round)));
      db.reopen();
      expect(kept.length).toBeGreaterThan(100);
      for (let from = 0; from < kept.length; from += 500) {
        const part = kept.slice(from, from + 500);
        expect((await db.ids({ _id: { $in: part } }, { limit: 1000 })).length).toBe(part.length);
      }
      // Each acknowledged insert was followed by an acknowledged count.
      for (let n = 0; n < 4; n += 1) {
        const last = kept.filter((id) => id.startsWith(`${round}-${n}-`)).length;
        const [counter] = await db.find({ _id: `counter-${round}-${n}` });
        expect(Number(counter?.['value'])).toBeGreaterThanOrEqual(last);
        expect(Number(counter?.['value'])).toBeLessThanOrEqual(last + 1);
      }
      // Documents and index entries were written together.
      const grouped = { group: { $gte: 'g' } };
      expect(db.explain(grouped, undefined, 1000).index).toBe('group');
      expect(await db.count(grouped)).toBe(await db.count({ n: { $gte: 1 } }));
    }
  } finally {
    db.close();
  }
}, 120_000);
