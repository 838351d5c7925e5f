import fs from 'node:fs';
import path from 'node:path';
import { hashOf, writeIfChanged } from '../lib/files';
import { inRoot, shown } from '../lib/paths';

/** What one target was last built from and into: path (relative to the repository) → hash. */
interface BuildRecord {
  readonly settings: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
}

const folder = inRoot('.cache', 'build');

function fileOf(target: string): string {
  return path.join(folder, `${target.replace(/[^\w-]/g, '_')}.json`);
}

function hashFile(file: string): string {
  return fs.existsSync(file) ? hashOf(fs.readFileSync(file)) : 'absent';
}

function hashes(files: readonly string[]): Record<string, string> {
  return Object.fromEntries(files.map((file) => [shown(file), hashFile(file)]));
}

function allSame(recorded: Readonly<Record<string, string>>): boolean {
  return Object.entries(recorded).every(([file, hash]) => hashFile(inRoot(file)) === hash);
}

/** Everything that can change a result without being one of its inputs: versions and our build. */
let common: string | undefined;
function settingsOf(target: string): string {
  if (common === undefined) {
    const files = [inRoot('package-lock.json')];
    for (const entry of fs.readdirSync(inRoot('scripts', 'build'), { recursive: true })) {
      const file = inRoot('scripts', 'build', String(entry));
      if (file.endsWith('.ts')) files.push(file);
    }
    common = hashOf(JSON.stringify(hashes(files.sort())));
  }
  return `${target}:${common}`;
}

/** Whether a target's inputs and outputs are byte for byte those of its last build. */
export function isFresh(target: string): boolean {
  const file = fileOf(target);
  if (!fs.existsSync(file)) return false;
  const record: BuildRecord = JSON.parse(fs.readFileSync(file, 'utf8'));
  return (
    record.settings === settingsOf(target) && allSame(record.inputs) && allSame(record.outputs)
  );
}

/**
 * Remembers a finished build.
 * @param inputs absolute paths of everything it read; a path that does not exist counts as
 *   absent, so that its appearance makes the target stale
 * @param outputs absolute paths of everything it wrote
 */
export function remember(
  target: string,
  inputs: readonly string[],
  outputs: readonly string[],
): void {
  const record: BuildRecord = {
    settings: settingsOf(target),
    inputs: hashes(inputs),
    outputs: hashes(outputs),
  };
  writeIfChanged(fileOf(target), JSON.stringify(record));
}
