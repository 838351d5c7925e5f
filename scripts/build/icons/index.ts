import fs from 'node:fs';
import path from 'node:path';
import { filesIn, writeIfChanged } from '../../lib/files';
import { inRoot } from '../../lib/paths';
import { PlainError } from '../../lib/plain-error';
import { type Built, kilobytes, type Target } from '../target';
import { ownFiles } from '../tdesign/reachable';
import { collectIcons } from './collect';
import { iconExists, iconUri } from './svg';

const project = inRoot('miniprogram');
const vendor = path.join(project, 'vendor');

/** The names of all icons in use, sorted. Throws for names that no icon has. */
function usedNames(): string[] {
  const used = collectIcons(project);
  const wrong = used.filter(({ name }) => !iconExists(name));
  if (wrong.length > 0) {
    const lines = wrong.map(({ name, where }) => `  ${where} ${name}`);
    throw new PlainError(`没有这些图标 there are no such icons:\n${lines.join('\n')}`);
  }
  return [...new Set(used.map(({ name }) => name))].sort();
}

function asStyles(names: readonly string[]): string {
  // The prefixed property alone: every browser that WeChat uses knows it, and it halves the size.
  const rules = names.map((name) => `.as-icon-${name}{-webkit-mask-image:url("${iconUri(name)}")}`);
  return `${rules.join('\n')}\n`;
}

function asData(names: readonly string[]): string {
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, iconUri(name)])), null, 1);
}

/** The forms in which as-icon may take its icons; only those that a source imports are written. */
const FORMS: Readonly<Record<string, (names: readonly string[]) => Record<string, string>>> = {
  wxss: (names) => ({ 'icons.wxss': asStyles(names) }),
  wxs: (names) => ({ 'icons.wxs': `module.exports = ${asData(names)};\n` }),
  ts: (names) => ({
    'icons.js': `exports.icons = ${asData(names)};\n`,
    'icons.d.ts':
      '/** Icon name → data URI for use as a mask. */\n' +
      'export declare const icons: Readonly<Record<string, string>>;\n',
  }),
};

function isWanted(form: string): boolean {
  const extension = form === 'wxs' ? /\.(wxml|wxs)$/ : new RegExp(`\\.${form}$`);
  return ownFiles(project, extension).some((file) =>
    /vendor\/icons\b/.test(fs.readFileSync(file, 'utf8')),
  );
}

async function buildIcons(): Promise<Built> {
  const names = usedNames();
  const wanted: Record<string, string> = {};
  for (const [form, make] of Object.entries(FORMS)) {
    if (isWanted(form)) Object.assign(wanted, make(names));
  }
  for (const old of filesIn(vendor, (file) => /^icons\./.test(path.basename(file)))) {
    if (!(path.basename(old) in wanted)) fs.rmSync(old, { force: true });
  }
  let changed = false;
  let bytes = 0;
  for (const [file, content] of Object.entries(wanted)) {
    changed = writeIfChanged(path.join(vendor, file), content) || changed;
    bytes += Buffer.byteLength(content);
  }
  return { target: 'icons', skipped: !changed, note: `${names.length}, ${kilobytes(bytes)}` };
}

/** miniprogram/vendor/icons.*: the icons that the sources name, and no others. */
export const iconTarget: Target = { name: 'icons', run: buildIcons };
