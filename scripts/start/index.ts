import fs from 'node:fs';
import path from 'node:path';
import { startPreview } from '@anshao/preview';
import { build } from '../build/build';
import { seedDemo } from '../demo';
import { openBrowser } from '../lib/browser';
import { startOwnCloud } from '../lib/cloud';
import { runUntilEnded } from '../lib/lifetime';
import { inRoot } from '../lib/paths';
import { requireFreePort } from '../lib/ports';
import { watchFolders } from '../lib/watch';
import { drawMarked, needsDemo, prepareFolder } from './data-folder';
import { startOptions } from './options';

const SOURCES = ['packages/core/src', 'packages/server/src', 'cloudfunctions'];

/** An edit of a rule or a function is built at once; new instances of the function run it. */
async function rebuild(): Promise<void> {
  const start = Date.now();
  const built = await build({ quiet: true });
  const changed = built.filter(({ skipped }) => !skipped).map(({ target }) => target);
  if (changed.length > 0)
    console.log(`重新构建 rebuilt ${changed.join(', ')} ${Date.now() - start} ms`);
}

runUntilEnded(async (life) => {
  const { port, data, open, demo } = startOptions(process.argv.slice(2));
  await requireFreePort(port);
  prepareFolder(data);
  const wantsDemo = needsDemo(data) && demo !== 'none';

  console.log('正在构建并启动 building and starting …');
  const [cloud] = await Promise.all([
    startOwnCloud({ port: 0, data }),
    build({ only: 'phone', quiet: true }),
  ]);
  life.onEnd(() => cloud.close());

  if (wantsDemo) {
    console.log('第一次启动，正在画演示城市 first start, drawing the demonstration …');
    await drawMarked(data, () =>
      seedDemo({ cloudUrl: cloud.url, data, size: demo, log: (line) => console.log(`  ${line}`) }),
    );
  }
  const people = path.join(data, 'people.json');
  const preview = await startPreview({
    project: inRoot('miniprogram'),
    port,
    cloud: cloud.url,
    ...(fs.existsSync(people) ? { people } : {}),
  });
  life.onEnd(() => preview.close());
  life.onEnd(
    watchFolders(
      SOURCES.map((folder) => inRoot(folder)),
      (file) => file.endsWith('.ts') || file.endsWith('config.json'),
      rebuild,
    ),
  );
  console.log(`ready ${preview.url}`);
  if (open) openBrowser(preview.url);
});
