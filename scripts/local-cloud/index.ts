import path from 'node:path';
import { startLocalCloud } from '@anshao/local-cloud';
import { readArgs } from '../lib/args';
import { ownFunctions, startOwnCloud } from '../lib/cloud';
import { runUntilEnded } from '../lib/lifetime';
import { requireFreePort } from '../lib/ports';

const USAGE = 'npm run local-cloud -- [--port N] [--data DIR] [--functions DIR]';

runUntilEnded(async (life) => {
  const args = readArgs(
    process.argv.slice(2),
    { port: 'port', data: 'text', functions: 'text' },
    USAGE,
  );
  const port = args.port ?? 5281;
  const data = path.resolve(args.data ?? '.cache/local-cloud');
  const functions = path.resolve(args.functions ?? ownFunctions);
  const log = (line: string) => console.log(line);
  await requireFreePort(port);
  const cloud =
    functions === ownFunctions
      ? await startOwnCloud({ port, data, log })
      : await startLocalCloud({ port, data, functions, log });
  life.onEnd(() => cloud.close());
  console.log(`ready ${cloud.url}`);
});
