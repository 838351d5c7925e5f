import fs from 'node:fs';
import { ownFiles } from '../build/tdesign/reachable';
import { filesIn, lineAt } from '../lib/files';
import { inRoot, shown } from '../lib/paths';
import { withoutComments } from '../lib/source-text';
import type { Check } from './check';

/** A union neither judges nor orders: words that would say it does (design, "Never in copy"). */
const FORBIDDEN =
  /案件|并案|不予受理|结案|拒签|批准|退回|催办|责令|处罚|(?<!部门)认定(?!非?重大)|！|亲，/g;

/** Button labels that do not say what happens. */
const EMPTY_LABELS = /(["'>])\s*(确定|取消)\s*(["'<])/g;

function withoutMarkupComments(text: string): string {
  return text.replaceAll(/<!--[\s\S]*?-->/g, (found) => found.replaceAll(/[^\n]/g, ' '));
}

/** The words in a source's text that a person must never read, with their offsets. */
export function forbiddenWords(text: string): { word: string; at: number }[] {
  return [
    ...[...text.matchAll(FORBIDDEN)].map((match) => ({ word: match[0], at: match.index })),
    ...[...text.matchAll(EMPTY_LABELS)].map((match) => ({
      word: match[2] ?? '',
      at: match.index,
    })),
  ];
}

/** Law and criteria are quoted as they stand; their words are not ours. */
const QUOTED = /[\\/](?:criteria|statutes)[\\/]/;

function sources(): string[] {
  const core = filesIn(inRoot('packages', 'core', 'src'), (file) => file.endsWith('.ts'));
  const own = ownFiles(inRoot('miniprogram'), /\.(wxml|ts|json|wxs)$/);
  return [...own, ...core].filter((file) => !QUOTED.test(file) && !file.endsWith('.d.ts'));
}

async function run(): Promise<string[]> {
  return sources().flatMap((file) => {
    const source = fs.readFileSync(file, 'utf8');
    const text = file.endsWith('.wxml') ? withoutMarkupComments(source) : withoutComments(source);
    return forbiddenWords(text).map(
      ({ word, at }) => `${shown(file)}:${lineAt(source, at)} ${word}`,
    );
  });
}

export const copy: Check = { name: 'copy', about: 'words that must never be read', run };
