import fs from 'node:fs';
import path from 'node:path';
import { filesIn } from '../../lib/files';
import { shown } from '../../lib/paths';
import { PlainError } from '../../lib/plain-error';
import { referencesOf } from '../../lib/references';

const PACKAGE = /^(?:\/miniprogram_npm\/)?tdesign-miniprogram\//;
const PARTS = ['.json', '.js', '.wxml', '.wxss'];
const BUILT = /[\\/](?:miniprogram_npm|vendor)[\\/]/;

/** The mini-program's own files, without what the build puts there. */
export function ownFiles(project: string, extension: RegExp): string[] {
  return filesIn(
    project,
    (file) => extension.test(file) && !BUILT.test(file.slice(project.length)),
  );
}

function isFile(file: string): boolean {
  return fs.existsSync(file) && fs.statSync(file).isFile();
}

/** The file that a reference means: itself, with the asker's own extension, or a folder's index. */
function resolveFile(wanted: string, asker: string): string | undefined {
  const own = path.extname(asker);
  const tries = [wanted, wanted + own, `${wanted}.js`, path.join(wanted, 'index.js')];
  return tries.find(isFile);
}

/** The parts of a component that exist; `base` is its path without extension. */
function partsOf(base: string): string[] {
  const index = path.join(base, 'index');
  const real = isFile(`${base}.json`) ? base : index;
  return PARTS.map((part) => real + part).filter(isFile);
}

/** Follows references inside the library from some of its files to all that they need. */
class Walk {
  readonly files = new Set<string>();
  constructor(private readonly library: string) {}

  component(name: string, askedBy: string): void {
    const from = PACKAGE.test(name)
      ? path.join(this.library, name.replace(PACKAGE, ''))
      : path.resolve(path.dirname(askedBy), name);
    const parts = partsOf(from);
    if (parts.length === 0) this.missing(name, askedBy);
    for (const part of parts) this.visit(part);
  }

  file(name: string, askedBy: string): void {
    const found = this.candidates(name, askedBy)
      .map((wanted) => resolveFile(wanted, askedBy))
      .find((file) => file !== undefined);
    if (found === undefined) this.missing(name, askedBy);
    else this.visit(found);
  }

  /** A bare name lies in the miniprogram_npm folder inside the library, as WeChat finds it. */
  private candidates(name: string, askedBy: string): string[] {
    if (PACKAGE.test(name)) return [path.join(this.library, name.replace(PACKAGE, ''))];
    const beside = path.resolve(path.dirname(askedBy), name);
    return name.startsWith('.')
      ? [beside]
      : [path.join(this.library, 'miniprogram_npm', name), beside];
  }

  private missing(name: string, askedBy: string): never {
    throw new PlainError(
      `${shown(askedBy)}: TDesign 里没有 ${name}。There is no ${name} in TDesign.`,
    );
  }

  private visit(file: string): void {
    if (this.files.has(file)) return;
    this.files.add(file);
    const found = referencesOf(file, fs.readFileSync(file, 'utf8'));
    for (const component of found.components) this.component(component, file);
    for (const reference of found.files) this.file(reference, file);
  }
}

/**
 * The files of TDesign that the mini-program can reach, and no others.
 * @param project the mini-program's folder
 * @param library TDesign's miniprogram_dist folder
 * @returns absolute paths, sorted
 * @throws PlainError for a component or file that TDesign does not have
 */
export function reachableFiles(project: string, library: string): string[] {
  const walk = new Walk(library);
  for (const file of ownFiles(project, /\.(json|ts|wxml|wxss|wxs)$/)) {
    if (file.endsWith('.d.ts')) continue;
    const text = fs.readFileSync(file, 'utf8');
    if (!text.includes('tdesign-miniprogram/')) continue;
    const found = referencesOf(file, text);
    for (const name of found.components.filter((one) => PACKAGE.test(one))) {
      walk.component(name, file);
    }
    for (const name of found.files.filter((one) => PACKAGE.test(one))) walk.file(name, file);
  }
  return [...walk.files].sort();
}
