import fs from 'node:fs';
import { inRoot } from '../lib/paths';
import type { Check } from './check';

interface Entry {
  readonly resolved?: string;
  readonly link?: boolean;
}

/**
 * Packages of a lock file that say where they were downloaded. Only links to our own workspaces
 * have an address: everything else is asked for by name and checked by its hash, so that the
 * lock works behind any mirror.
 */
export function addressesIn(lock: { packages: Readonly<Record<string, Entry>> }): string[] {
  return Object.entries(lock.packages)
    .filter(([, entry]) => entry.resolved !== undefined && entry.link !== true)
    .map(([name, entry]) => `${name || 'root'}: ${entry.resolved}`);
}

async function run(): Promise<string[]> {
  const found = addressesIn(JSON.parse(fs.readFileSync(inRoot('package-lock.json'), 'utf8')));
  return found.map((line) => `package-lock.json ${line}`);
}

export const lock: Check = { name: 'lock', about: 'no download address in the lock file', run };
