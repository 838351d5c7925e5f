import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, absolute. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** An absolute path inside the repository. */
export function inRoot(...parts: string[]): string {
  return path.join(root, ...parts);
}

/** A path as people and reports read it: relative to the repository, with forward slashes. */
export function shown(file: string, from: string = root): string {
  return path.relative(from, file).split(path.sep).join('/');
}
