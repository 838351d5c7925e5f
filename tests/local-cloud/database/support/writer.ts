/** A process that writes without end and prints what was acknowledged, until it is killed. */
import { openDatabase } from '../../../../packages/local-cloud/src/database';

const [file = '', round = ''] = process.argv.slice(2);
const database = openDatabase({ file, now: Date.now });
const indexes = [{ name: 'group', keys: [['group', 1] as const, ['n', 1] as const] }];
database.define({ things: { indexes } });

const call = (action: string, body: Record<string, unknown>): Promise<unknown> =>
  database.handle(`database.${action}`, { collectionName: 'things', ...body });

async function write(writer: number): Promise<void> {
  const counter = `counter-${round}-${writer}`;
  await call('insertDocument', { data: [JSON.stringify({ _id: counter, value: 0 })] });
  for (let n = 1; ; n += 1) {
    const id = `${round}-${writer}-${n}`;
    const document = { _id: id, group: `g${n % 5}`, n, pad: id.repeat(200) };
    await call('insertDocument', { data: [JSON.stringify(document)] });
    const query = JSON.stringify({ _id: counter });
    await call('modifyDocument', { query, data: '{"$inc":{"value":1}}', merge: true });
    process.stdout.write(`${id}\n`);
  }
}

for (let writer = 0; writer < 4; writer += 1) void write(writer);
