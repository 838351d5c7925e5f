import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const folder = path.dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'),
);

/** Families which mini-programs ask for and machines may lack. */
const FAMILIES = ['PingFang SC', 'Microsoft YaHei'];

let sheet: string | undefined;

/**
 * Noto Sans SC under the names that WXSS asks for, so that Chinese looks alike on every machine,
 * with or without fonts. A page loads only the ranges that it shows.
 */
export function fontStyle(): string {
  if (sheet === undefined) {
    const css = readFileSync(path.join(folder, 'index.css'), 'utf8').replaceAll(
      'url(./files/',
      'url(/preview/fonts/',
    );
    sheet = FAMILIES.map((family) => css.replaceAll("'Noto Sans SC Variable'", `'${family}'`)).join(
      '\n',
    );
  }
  return sheet;
}

/** Real path of one font file. */
export function fontFile(name: string): string {
  return path.join(folder, 'files', path.basename(name));
}
