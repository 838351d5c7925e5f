import fs from 'node:fs';
import path from 'node:path';
import { filesIn, lineAt } from '../lib/files';
import { root, shown } from '../lib/paths';
import type { Check } from './check';

const TEXT = /\.(ts|mts|cts|js|mjs|cjs|json|md|wxml|wxss|wxs|html|css|yml|yaml|sh)$|[\\/]\.?\w+$/;

/** Built so that this file does not find itself. */
function pattern(parts: readonly string[][]): RegExp {
  return new RegExp(parts.map((pieces) => pieces.join('')).join('|'), 'g');
}

/** Folders of somebody's machine, and hosts of package registries and their mirrors. */
const TRACES = pattern([
  ['(?<![\\w./-])/', 'home/[a-z]\\w*/'],
  ['(?<![\\w./-])/', 'Users/[A-Za-z]\\w*/'],
  ['(?<![\\w./-])/', 'root/'],
  ['(?<![\\w./-])/', 'work/'],
  ['[A-Z]:\\\\', 'Users\\\\'],
  ['registry\\.', 'npmjs'],
  ['registry\\.', 'yarnpkg'],
  ['npm', 'mirror\\.com'],
  ['arti', 'factory'],
]);

/** What a text says of a machine or a registry, with offsets. */
export function tracesIn(text: string): { trace: string; at: number }[] {
  return [...text.matchAll(TRACES)].map((match) => ({ trace: match[0], at: match.index }));
}

async function run(): Promise<string[]> {
  const files = filesIn(root, (file) => TEXT.test(file) && !file.includes('miniprogram_npm'));
  return files.flatMap((file) => {
    if (path.basename(file) === 'index.js') return [];
    const text = fs.readFileSync(file, 'utf8');
    return tracesIn(text).map(({ trace, at }) => `${shown(file)}:${lineAt(text, at)} ${trace}`);
  });
}

export const traces: Check = { name: 'traces', about: 'no machine paths or registry hosts', run };
