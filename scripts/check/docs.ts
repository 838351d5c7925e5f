import fs from 'node:fs';
import { generators } from '../docs/generators';
import { inRoot } from '../lib/paths';
import type { Check } from './check';

async function run(): Promise<string[]> {
  const problems: string[] = [];
  for (const { file, render } of await generators()) {
    const written = fs.existsSync(inRoot(file)) ? fs.readFileSync(inRoot(file), 'utf8') : undefined;
    if (written === undefined) problems.push(`${file} is missing: npm run docs`);
    else if (written !== (await render())) problems.push(`${file} has drifted: npm run docs`);
  }
  return problems;
}

export const docs: Check = { name: 'docs', about: 'generated pages say what the code says', run };
