import fs from 'node:fs';
import path from 'node:path';
import { readArgs } from '../lib/args';
import { runUntilEnded } from '../lib/lifetime';
import { PlainError } from '../lib/plain-error';
import { requireFreePort } from '../lib/ports';
import { openPreview } from '../lib/preview';

const USAGE = 'npm run preview -- --project DIR [--port N] [--cloud URL] [--people FILE.json]';

runUntilEnded(async (life) => {
  const args = readArgs(
    process.argv.slice(2),
    { project: 'text', port: 'port', cloud: 'text', people: 'text' },
    USAGE,
  );
  if (args.project === undefined) throw new PlainError(`缺 --project。用法 Usage: ${USAGE}`);
  const project = path.resolve(args.project);
  if (!fs.existsSync(project)) {
    throw new PlainError(`没有这个文件夹 there is no such folder: ${project}`);
  }
  const port = args.port ?? 5280;
  await requireFreePort(port);
  const preview = await openPreview({
    project,
    port,
    ...(args.cloud === undefined ? {} : { cloud: args.cloud }),
    ...(args.people === undefined ? {} : { people: path.resolve(args.people) }),
  });
  life.onEnd(() => preview.close());
  console.log(`ready ${preview.url}/`);
});
