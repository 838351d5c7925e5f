import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { bundle } from '../../scripts/build/bundle';
import { loadedWhenFirstUsed } from '../../scripts/build/first-use';
import { aTree } from './support/tree';

test('a heavy package is evaluated when it is first touched, once, and answers as itself', async () => {
  const folder = aTree({
    'package.json': '{}',
    'node_modules/chinese-days/package.json': '{ "name": "chinese-days", "main": "index.js" }',
    'node_modules/chinese-days/index.js':
      'globalThis.loadings = (globalThis.loadings ?? 0) + 1; exports.isWorkday = (d) => d === "2026-10-10";',
    'entry.ts':
      "import days from 'chinese-days'; export const works = (d: string) => days.isWorkday(d);",
  });
  const { text } = await bundle('function', {
    entryPoints: [path.join(folder, 'entry.ts')],
    platform: 'node',
    format: 'cjs',
    plugins: [loadedWhenFirstUsed],
  });
  const made = aTree({ 'package.json': '{}', 'bundle.js': text });
  const loadings = () => Reflect.get(globalThis, 'loadings');
  const { works } = createRequire(path.join(made, 'package.json'))('./bundle.js');
  expect(loadings()).toBeUndefined();
  expect([works('2026-10-10'), works('2026-10-11')]).toEqual([true, false]);
  expect(loadings()).toBe(1);
});
