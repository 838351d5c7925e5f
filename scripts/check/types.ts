import fs from 'node:fs';
import os from 'node:os';
import { foldersIn } from '../lib/files';
import { inRoot } from '../lib/paths';
import { inParallel, runNode } from '../lib/run';
import type { Check } from './check';

function programs(): string[] {
  const packages = foldersIn(inRoot('packages')).map((name) => `packages/${name}`);
  const all = [
    ...packages,
    'cloudfunctions',
    'miniprogram',
    'tests',
    'tests/miniprogram',
    'scripts',
  ];
  return all.filter((folder) => fs.existsSync(inRoot(folder, 'tsconfig.json')));
}

/** The compiler's errors, one for each line that names one; its follow-up lines belong to it. */
export function errorsIn(output: string): string[] {
  const errors: string[] = [];
  for (const line of output.split('\n')) {
    if (/ error TS\d+:|^error TS/.test(line)) errors.push(line);
    else if (line.startsWith(' ') && errors.length > 0) errors.push(`${errors.pop()}\n${line}`);
  }
  return errors;
}

async function run(): Promise<string[]> {
  const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');
  const parallel = Math.max(1, Math.min(2, os.availableParallelism()));
  const found = await inParallel(programs(), parallel, async (program) => {
    const { code, output } = await runNode([tsc, '-p', program, '--pretty', 'false']);
    const errors = errorsIn(output);
    return code !== 0 && errors.length === 0 ? [`${program}: ${output}`] : errors;
  });
  // A file of core is part of several programs; its error is still one.
  return [...new Set(found.flat())];
}

export const types: Check = { name: 'types', about: 'TypeScript, strict', run };
