import fs from 'node:fs';
import path from 'node:path';
import { ownFiles } from '../../build/tdesign/reachable';
import { inRoot } from '../../lib/paths';
import type { Check } from '../check';
import { compilerProblems } from './compiler';
import { componentProblems } from './components';
import { handlerProblems } from './handlers';
import { labelProblems } from './labels';
import { loopProblems } from './loops';

/** All that is wrong with the templates of a mini-program, as `path:line what`. */
export function templateProblems(project: string): string[] {
  const app = JSON.parse(fs.readFileSync(path.join(project, 'app.json'), 'utf8'));
  return ownFiles(project, /\.wxml$/).flatMap((file) => {
    const template = { file, text: fs.readFileSync(file, 'utf8') };
    const compiled = compilerProblems(template);
    // A tree that the compiler cannot read has nothing more to say.
    if (compiled.length > 0) return compiled;
    return [
      ...componentProblems(template, app),
      ...loopProblems(template),
      ...handlerProblems(template),
      ...labelProblems(template),
    ];
  });
}

export const wxml: Check = {
  name: 'wxml',
  about: 'templates: syntax, components, loops, handlers, labels',
  run: async () => templateProblems(inRoot('miniprogram')),
};
