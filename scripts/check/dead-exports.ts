import fs from 'node:fs';
import { ownFiles } from '../build/tdesign/reachable';
import { writeIfChanged } from '../lib/files';
import { inRoot, shown } from '../lib/paths';
import { runNode } from '../lib/run';
import type { Check } from './check';

/** Scripts that WeChat loads by name: app.ts, and what lies beside a page's or component's JSON. */
function loadedByWeChat(): string[] {
  return ownFiles(inRoot('miniprogram'), /\.ts$/)
    .filter((file) => fs.existsSync(file.replace(/\.ts$/, '.json')))
    .map((file) => shown(file));
}

async function run(): Promise<string[]> {
  const config = JSON.parse(fs.readFileSync(inRoot('knip.json'), 'utf8'));
  config.workspaces['.'].entry.push(...loadedByWeChat());
  const file = inRoot('.cache', 'check', 'knip.json');
  writeIfChanged(file, JSON.stringify(config, null, 2));
  const { code, output } = await runNode([
    inRoot('node_modules', 'knip', 'bin', 'knip.js'),
    ...['--config', shown(file), '--no-progress', '--reporter', 'compact'],
  ]);
  return code === 0 ? [] : output.trim().split('\n');
}

export const deadExports: Check = {
  name: 'dead code',
  about: 'exports, files and packages that nobody uses',
  run,
};
