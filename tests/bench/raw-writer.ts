// Sends the request that the SDK sends for an insert, without the SDK: what remains is the cloud.
// `raw-writer.ts <url> <at once> <count> <prefix>`; speaks as writer.ts does.
import { once } from 'node:events';
import http from 'node:http';

const WARM_UP = 300;

const [url = '', atOnce = '1', count = '1', prefix = 'w'] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: Number(atOnce) });
const headers = { 'content-type': 'application/json' };

const insert = (id: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const document = JSON.stringify({ _id: id, words: 'x'.repeat(200) });
    const body = { action: 'database.insertDocument', collectionName: 'writes', data: [document] };
    const request = http.request(`${url}/admin`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () =>
        text.includes('insertedIds') ? resolve() : reject(new Error(text)),
      );
    });
    request.on('error', reject);
    request.end(JSON.stringify(body));
  });

let next = 0;
const writeUntil = async (end: number): Promise<void> => {
  const writer = async () => {
    while (next < end) await insert(`${prefix}-${next++}`);
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
