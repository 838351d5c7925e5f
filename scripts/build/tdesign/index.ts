import fs from 'node:fs';
import path from 'node:path';
import { filesIn, writeIfChanged } from '../../lib/files';
import { inRoot } from '../../lib/paths';
import { type Built, kilobytes, type Target } from '../target';
import { fontNames, inlinedIconStyles, usedGlyphs } from './glyphs';
import { reachableFiles } from './reachable';

/** TDesign as npm installs it: the folder that WeChat would pack whole. */
export const tdesignLibrary = inRoot('node_modules', 'tdesign-miniprogram', 'miniprogram_dist');
const ICON_STYLES = path.join('icon', 'icon.wxss');

function iconStyles(project: string, file: string, reachable: readonly string[]): string {
  const styles = fs.readFileSync(file, 'utf8');
  return inlinedIconStyles(styles, usedGlyphs(project, reachable, fontNames(styles)));
}

/**
 * Copies the reachable part of TDesign into a mini-program.
 * @param project the mini-program's folder
 * @param library TDesign's miniprogram_dist
 * @param target where it goes; files there that are no longer needed are removed
 * @returns how many files and bytes now lie there, and whether anything changed
 */
export function copyTdesign(project: string, library: string, target: string) {
  const reachable = reachableFiles(project, library);
  const wanted = new Set<string>();
  let bytes = 0;
  let changed = false;
  for (const file of reachable) {
    const name = path.relative(library, file);
    const content =
      name === ICON_STYLES ? iconStyles(project, file, reachable) : fs.readFileSync(file);
    const copy = path.join(target, name);
    wanted.add(copy);
    bytes += Buffer.byteLength(content);
    changed = writeIfChanged(copy, content) || changed;
  }
  for (const old of filesIn(target)) {
    if (wanted.has(old)) continue;
    fs.rmSync(old, { force: true });
    changed = true;
  }
  return { files: wanted.size, bytes, changed };
}

async function buildTdesign(): Promise<Built> {
  const project = inRoot('miniprogram');
  const target = path.join(project, 'miniprogram_npm', 'tdesign-miniprogram');
  const { files, bytes, changed } = copyTdesign(project, tdesignLibrary, target);
  return { target: 'tdesign', skipped: !changed, note: `${files} files, ${kilobytes(bytes)}` };
}

/** miniprogram/miniprogram_npm/tdesign-miniprogram: what the pages can reach, and no more. */
export const tdesignTarget: Target = { name: 'tdesign', run: buildTdesign };
