import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { circlesIn } from '../../scripts/check/circles';
import { filesIn } from '../../scripts/lib/files';
import { inRoot } from '../../scripts/lib/paths';
import { aTree } from './support/tree';

jest.setTimeout(60_000);

const CRUISER = inRoot('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const FOLDERS = ['packages', 'cloudfunctions', 'miniprogram', 'scripts', 'tests'];

interface Broken {
  readonly rule: string;
  readonly from: string;
}

/** What a tree breaks of the repository's own rules. */
function brokenRules(folder: string): Broken[] {
  const config = inRoot('.dependency-cruiser.cjs');
  const folders = FOLDERS.filter((name) => fs.existsSync(path.join(folder, name)));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [CRUISER, '--config', config, '--output-type', 'json', ...folders],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (stdout === '') throw new Error(stderr);
  const { summary }: { summary: { violations: { rule: { name: string }; from: string }[] } } =
    JSON.parse(stdout);
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}

type Arrow = readonly [from: string, to: string];

/** A tree in which each first file imports its second. */
function treeOf(arrows: readonly Arrow[]): string {
  const files: Record<string, string> = {};
  for (const [from, to] of arrows) {
    const up = '../'.repeat(from.split('/').length - 1);
    const imported = `import { x } from '${up}${to.replace(/\.ts$/, '')}';\n`;
    files[from] = `${imported}export const y = x;\n`;
    files[to] ??= 'export const x = 1;\n';
  }
  return aTree(files);
}

const FORBIDDEN: readonly (readonly [rule: string, ...Arrow])[] = [
  ['core-stands-alone', 'packages/core/src/hazard/a.ts', 'packages/server/src/x.ts'],
  ['areas-by-their-index', 'packages/core/src/hazard/b.ts', 'packages/core/src/org/units.ts'],
  ['server-on-core', 'packages/server/src/c.ts', 'cloudfunctions/hazard/src/x.ts'],
  ['functions-on-server', 'cloudfunctions/hazard/src/d.ts', 'miniprogram/services/x.ts'],
  ['functions-apart', 'cloudfunctions/hazard/src/e.ts', 'cloudfunctions/place/src/x.ts'],
  ['core-by-its-doors', 'packages/server/src/f.ts', 'packages/core/src/org/units.ts'],
  ['phone-by-itself', 'miniprogram/g.ts', 'packages/core/src/index.ts'],
  ['phone-by-itself', 'miniprogram/h.ts', 'packages/server/src/x.ts'],
  ['local-cloud-knows-nothing', 'packages/local-cloud/src/i.ts', 'packages/core/src/index.ts'],
  ['preview-knows-nothing', 'packages/preview/src/j.ts', 'miniprogram/services/x.ts'],
  ['product-without-tools', 'packages/server/src/k.ts', 'packages/local-cloud/src/x.ts'],
];

const ALLOWED: readonly Arrow[] = [
  ['packages/core/src/hazard/a.ts', 'packages/core/src/org/index.ts'],
  ['packages/core/src/hazard/b.ts', 'packages/core/src/hazard/case.ts'],
  ['packages/core/src/hazard/c.ts', 'packages/core/src/result.ts'],
  ['packages/server/src/d.ts', 'packages/core/src/hazard/index.ts'],
  ['cloudfunctions/hazard/src/e.ts', 'packages/server/src/define.ts'],
  ['miniprogram/pages/a/a.ts', 'miniprogram/services/cloud.ts'],
  ['scripts/start/index.ts', 'packages/local-cloud/src/index.ts'],
];

describe('the arrows between the floors', () => {
  test('refuse each import that goes the wrong way, by its rule', () => {
    const broken = brokenRules(treeOf(FORBIDDEN.map(([, from, to]) => [from, to])));
    for (const [rule, from] of FORBIDDEN) expect(broken).toContainEqual({ rule, from });
  });

  test('let each import pass that goes the right way', () => {
    expect(brokenRules(treeOf(ALLOWED))).toEqual([]);
  });

  test('keep from core what only Node has', () => {
    const from = 'packages/core/src/a.ts';
    const folder = aTree({ [from]: "import fs from 'node:fs';\nexport const x = fs;\n" });
    expect(brokenRules(folder)).toContainEqual({ rule: 'core-without-node', from });
  });
});

describe('circles', () => {
  const circles = (b: string) => {
    const folder = aTree({
      'a.ts': "import { b } from './b';\nexport const a = () => b;\n",
      'b.ts': b,
    });
    return circlesIn(filesIn(folder)).map((files) => files.map((file) => path.basename(file)));
  };

  test('of files that load each other are found', () => {
    const found = circles("import { a } from './a';\nexport const b = () => a;\n");
    expect(found).toEqual([['a.ts', 'b.ts']]);
  });

  test('of types alone are none', () => {
    const types = "import type { a } from './a';\nexport const b = (it: typeof a) => it;\n";
    expect(circles(types)).toEqual([]);
  });
});

test('hold in this repository', () => {
  expect(brokenRules(inRoot())).toEqual([]);
});
