import path from 'node:path';
import type { LocalCloud } from '@anshao/local-cloud';
import { build } from '../build/build';
import { keepForRebuilds } from '../build/bundle';
import { seedDemo } from '../demo';
import { openBrowser } from '../lib/browser';
import { startOwnCloud } from '../lib/cloud';
import { type Lifetime, runUntilEnded } from '../lib/lifetime';
import { inRoot } from '../lib/paths';
import { requireFreePort } from '../lib/ports';
import { openPreview } from '../lib/preview';
import { watchFolders } from '../lib/watch';
import { drawMarked, needsDemo, prepareFolder } from './data-folder';
import { startOptions } from './options';

const SOURCES = ['packages/core/src', 'packages/server/src', 'cloudfunctions', 'miniprogram'];

/** What a person writes, in contrast to what the build puts beside it. */
function isSource(file: string): boolean {
  return (
    /\.(ts|wxml|wxss|wxs)$|(^|[\\/])[\w-]+\.json$/.test(file) &&
    !/(^|[\\/])(vendor|miniprogram_npm)[\\/]|environment\.json$/.test(file)
  );
}

/** Of what the functions print, only what a person should look at; local-cloud prints it all. */
function logTrouble(line: string): void {
  if (!line.includes('"level":"info"')) console.log(line);
}

async function openCloud(life: Lifetime, data: string): Promise<LocalCloud> {
  const cloud = await startOwnCloud({ port: 0, data, log: logTrouble });
  life.onEnd(() => cloud.close());
  return cloud;
}

/** An edit of a rule or a function is built at once; new instances of the function run it. */
async function rebuild(): Promise<void> {
  const start = Date.now();
  const built = await build({ quiet: true });
  const changed = built.filter(({ skipped }) => !skipped).map(({ target }) => target);
  if (changed.length === 0) return;
  console.log(`重新构建 rebuilt ${changed.join(', ')} ${Date.now() - start} ms`);
}

runUntilEnded(async (life) => {
  const { port, data, open, demo } = startOptions(process.argv.slice(2));
  await requireFreePort(port);
  prepareFolder(data);
  const wantsDemo = needsDemo(data) && demo !== 'none';

  keepForRebuilds();
  console.log('正在构建并启动 building and starting …');
  const [cloud] = await Promise.all([openCloud(life, data), build({ only: 'phone', quiet: true })]);

  if (wantsDemo) {
    console.log('第一次启动，正在画演示城市 first start, drawing the demonstration …');
    await drawMarked(data, () =>
      seedDemo({ cloudUrl: cloud.url, data, log: (line) => console.log(`  ${line}`) }),
    );
  }
  const preview = await openPreview({
    project: inRoot(),
    port,
    cloud: cloud.url,
    people: path.join(data, 'people.json'),
  });
  life.onEnd(() => preview.close());
  life.onEnd(
    watchFolders(
      SOURCES.map((folder) => inRoot(folder)),
      isSource,
      rebuild,
    ),
  );
  console.log(`ready ${preview.url}/`);
  if (open) openBrowser(`${preview.url}/`);
});
