import { createRequire } from 'node:module';
import { inRoot, shown } from '../../lib/paths';
import type { Template } from './problem';

interface Warning {
  readonly message: string;
  /** Counted from 0. */
  readonly startLine: number;
}

interface Group {
  addTmpl(path: string, source: string): Warning[];
  free(): void;
}

// A CommonJS package around WebAssembly, without types that say what it answers.
const compiler: { TmplGroup: new () => Group } = createRequire(
  inRoot('packages', 'preview', 'package.json'),
)('glass-easel-template-compiler');

/** What WeChat's own template compiler says: unclosed tags, duplicates, bad expressions. */
export function compilerProblems(template: Template): string[] {
  const group = new compiler.TmplGroup();
  try {
    return group
      .addTmpl(shown(template.file), template.text)
      .map(({ message, startLine }) => `${shown(template.file)}:${startLine + 1} ${message}`);
  } finally {
    group.free();
  }
}
