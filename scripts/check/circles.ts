import fs from 'node:fs';
import path from 'node:path';
import { filesIn } from '../lib/files';
import { inRoot, shown } from '../lib/paths';
import { referencesOf } from '../lib/references';
import type { Check } from './check';

const FOLDERS = ['packages', 'cloudfunctions', 'miniprogram', 'scripts', 'tests'];

/** What a file loads from beside it when it is loaded itself; its type imports are gone by then. */
function loadedBy(file: string): string[] {
  return referencesOf(file, fs.readFileSync(file, 'utf8'))
    .files.filter((wanted) => wanted.startsWith('.'))
    .map((wanted) => path.resolve(path.dirname(file), wanted))
    .flatMap((base) => [base, `${base}.ts`, path.join(base, 'index.ts')])
    .filter((other) => other.endsWith('.ts') && fs.existsSync(other));
}

/**
 * Circles of files that need each other when they load, each once, as the files along it.
 * dependency-cruiser sees circles too, but not which imports are of types only.
 */
export function circlesIn(files: readonly string[]): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const walk = (file: string) => {
    const seen = trail.indexOf(file);
    if (seen !== -1) circles.push(trail.slice(seen));
    if (seen !== -1 || done.has(file)) return;
    trail.push(file);
    for (const other of loadedBy(file)) walk(other);
    trail.pop();
    done.add(file);
  };
  for (const file of files) walk(file);
  return circles;
}

function isSource(file: string): boolean {
  return file.endsWith('.ts') && !file.endsWith('.d.ts') && !/[\\/]vendor[\\/]/.test(file);
}

export const circles: Check = {
  name: 'circles',
  about: 'no files that need each other when they load',
  async run() {
    const files = FOLDERS.flatMap((folder) => filesIn(inRoot(folder), isSource));
    return circlesIn(files).map((circle) => circle.map((file) => shown(file)).join(' → '));
  },
};
