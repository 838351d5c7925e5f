import fs from 'node:fs';
import path from 'node:path';
import { tdesignLibrary } from '../build/tdesign';
import { reachableFiles } from '../build/tdesign/reachable';
import { filesIn, foldersIn } from '../lib/files';
import { inRoot } from '../lib/paths';
import type { Check } from './check';

async function run(): Promise<string[]> {
  const project = inRoot('miniprogram');
  const npm = path.join(project, 'miniprogram_npm');
  const shipped = path.join(npm, 'tdesign-miniprogram');
  const wanted = new Set(
    reachableFiles(project, tdesignLibrary).map((file) => path.relative(tdesignLibrary, file)),
  );
  const there = new Set(filesIn(shipped).map((file) => path.relative(shipped, file)));
  const problems = foldersIn(npm)
    .filter((name) => name !== 'tdesign-miniprogram')
    .map((name) => `miniprogram_npm/${name} is not what the build puts there`);
  for (const name of there) if (!wanted.has(name)) problems.push(`shipped, never reached: ${name}`);
  for (const name of wanted) if (!there.has(name)) problems.push(`reached, not shipped: ${name}`);
  for (const name of there) {
    const text = fs.readFileSync(path.join(shipped, name), 'utf8');
    if (/url\(\s*['"]?https?:/.test(text)) problems.push(`${name} asks the network for a file`);
  }
  return problems;
}

export const tdesign: Check = {
  name: 'tdesign',
  about: 'only reachable components are shipped, none asks the network',
  run,
};
