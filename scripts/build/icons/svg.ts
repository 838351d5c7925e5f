import fs from 'node:fs';
import { inRoot } from '../../lib/paths';

const folder = inRoot('node_modules', 'tdesign-icons-svg', 'src');

/** Whether tdesign-icons-svg draws an icon of this name. */
export function iconExists(name: string): boolean {
  return /^[\w-]+$/.test(name) && fs.existsSync(`${folder}/${name}.svg`);
}

/**
 * An icon as a data URI for use as a mask: only its shape counts, so its colours go, and the
 * package's misspelt `view-box` becomes `viewBox`.
 * @param name an icon for which `iconExists`
 */
export function iconUri(name: string): string {
  const svg = fs
    .readFileSync(`${folder}/${name}.svg`, 'utf8')
    .replaceAll('view-box=', 'viewBox=')
    .replaceAll(/ (?:class|id|width|height|clip-path)="[^"]*"/g, '')
    .replaceAll(/<path (?![^>]*stroke=)[^>]*fill="transparent"[^>]*><\/path>/g, '')
    .replaceAll('currentColor', '#000')
    .replaceAll(/<\/?g>/g, '')
    .replaceAll('></path>', '/>')
    .trim();
  const escaped = svg
    .replaceAll('"', "'")
    .replaceAll('%', '%25')
    .replaceAll('#', '%23')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E');
  return `data:image/svg+xml,${escaped}`;
}
