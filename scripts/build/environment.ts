import fs from 'node:fs';
import { writeIfChanged } from '../lib/files';
import { inRoot, shown } from '../lib/paths';
import { PlainError } from '../lib/plain-error';
import { isFresh, remember } from './cache';
import { loadFresh } from './load';
import type { Built, Target } from './target';

/** Where the local cloud, the deploy notes and the checks read what an environment consists of. */
export const environmentFile = inRoot('cloudfunctions', 'environment.json');

/** The module of the server that exports `environment`; the package's exports name it so. */
function entry(): string {
  const tries = ['environment.ts', 'environment/index.ts'];
  const found = tries.map((file) => inRoot('packages', 'server', 'src', file)).find(fs.existsSync);
  if (found === undefined) {
    throw new PlainError('packages/server/src/environment.ts 不存在 does not exist');
  }
  return found;
}

/** What the file must hold for the local cloud to make an environment of it. */
function problemsOf(environment: unknown): string[] {
  if (typeof environment !== 'object' || environment === null) return ['it is not an object'];
  if (!('collections' in environment) || typeof environment.collections !== 'object') {
    return ['it has no collections'];
  }
  const collections = Object.entries(environment.collections ?? {});
  const problems = collections.length === 0 ? ['it has no collections'] : [];
  if (collections.length > 30) problems.push(`${collections.length} collections, at most 30`);
  for (const [name, collection] of collections) {
    const indexes = collection !== null && 'indexes' in collection ? collection.indexes : undefined;
    if (!Array.isArray(indexes)) problems.push(`collection ${name} lists no indexes`);
    else if (indexes.length > 8) problems.push(`${name} has ${indexes.length} indexes, at most 8`);
  }
  return problems;
}

async function buildEnvironment(): Promise<Built> {
  const target = 'environment';
  if (isFresh(target)) return { target, skipped: true, note: '' };
  const file = entry();
  const { exports, inputs } = await loadFresh(file);
  const environment = exports['environment'];
  const problems = problemsOf(environment);
  if (problems.length > 0) {
    throw new PlainError(`${shown(file)} environment: ${problems.join('; ')}`);
  }
  writeIfChanged(environmentFile, `${JSON.stringify(environment, null, 2)}\n`);
  remember(target, inputs, [environmentFile]);
  return { target, skipped: false, note: '' };
}

/** cloudfunctions/environment.json: collections, rules, indexes and storage, from the server. */
export const environmentTarget: Target = { name: 'environment', run: buildEnvironment };
