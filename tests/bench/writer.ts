// Writes as a function does, in a process of its own: `writer.ts <url> <at once> <count> <prefix>`.
// Warms up, says "warm", waits for a line, writes, prints the milliseconds on the clock and
// those of processor time.
import { once } from 'node:events';
import cloudbase from '@cloudbase/node-sdk';

const WARM_UP = 300;

const [url = '', atOnce = '1', count = '1', prefix = 'w'] = process.argv.slice(2);
const db = cloudbase
  .init({ env: 'bench', secretId: 'i', secretKey: 'k', serviceUrl: `${url}/admin` })
  .database();

let next = 0;
const writeUntil = async (end: number): Promise<void> => {
  const writer = async () => {
    while (next < end) {
      await db.collection('writes').add({ _id: `${prefix}-${next++}`, words: 'x'.repeat(200) });
    }
  };
  await Promise.all(Array.from({ length: Number(atOnce) }, writer));
};

await writeUntil(WARM_UP);
process.stdout.write('warm\n');
await once(process.stdin, 'data');
const from = performance.now();
const before = process.cpuUsage();
await writeUntil(WARM_UP + Number(count));
const { user, system } = process.cpuUsage(before);
process.stdout.write(`${performance.now() - from} ${(user + system) / 1000}\n`);
process.exit(0);
