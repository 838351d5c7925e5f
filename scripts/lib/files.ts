import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** A file being written by `writeIfChanged`, perhaps of another process. */
const UNFINISHED = /\.\d+\.tmp$/;

const SKIPPED = new Set(['node_modules', '.git', '.cache', '.data', 'dist', 'coverage']);

/** Every file below a folder, absolute and sorted; none when the folder does not exist. */
export function filesIn(folder: string, wanted: (file: string) => boolean = () => true): string[] {
  if (!fs.existsSync(folder)) return [];
  const found: string[] = [];
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) found.push(...filesIn(file, wanted));
    } else if (entry.isFile() && !UNFINISHED.test(file) && wanted(file)) {
      found.push(file);
    }
  }
  return found.sort();
}

/** The names of the folders directly inside a folder; none when it does not exist. */
export function foldersIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** SHA-256 of a text or of bytes, in hex. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Writes a file with its folders, but leaves it untouched when it already says the same. */
export function writeIfChanged(file: string, content: string | Uint8Array): boolean {
  if (fs.existsSync(file) && Buffer.from(content).equals(fs.readFileSync(file))) return false;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  // Whoever reads while we write, a function just starting for one, sees the old or the new.
  const beside = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(beside, content);
  fs.renameSync(beside, file);
  return true;
}

/** The line, counted from 1, on which an offset of a text lies. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
