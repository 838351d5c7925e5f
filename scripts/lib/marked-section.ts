import fs from 'node:fs';
import { writeIfChanged } from './files';

/**
 * Puts generated lines between `<!-- name -->` and `<!-- /name -->` of a page and leaves the
 * rest as people wrote it; a page without the marks gets them at its end.
 */
export function withSection(page: string, name: string, content: string): string {
  const start = `<!-- ${name} -->`;
  const end = `<!-- /${name} -->`;
  const section = `${start}\n\n${content.trim()}\n\n${end}`;
  const from = page.indexOf(start);
  const to = page.indexOf(end, from);
  if (from === -1 || to === -1) return `${page.trimEnd()}\n\n${section}\n`.trimStart();
  return page.slice(0, from) + section + page.slice(to + end.length);
}

/** `withSection` on a file; a missing one is made. */
export function writeSection(file: string, name: string, content: string): void {
  const page = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  writeIfChanged(file, withSection(page, name, content));
}
