import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { inRoot } from '../../scripts/lib/paths';

interface ResultReader {
  filesLeftOut(dropped: readonly { file: string }[], config: object): string[];
  missingFiles(result: Readonly<Record<string, string>>, pages: readonly string[]): string[];
  packageSizes(
    result: Readonly<Record<string, string>>,
    app: object,
  ): { name: string; bytes: number }[];
}

// The tool stands apart from the workspaces and is plain JavaScript.
const reader: ResultReader = createRequire(inRoot('tools', 'weapp-compiler', 'package.json'))(
  './result.js',
);

describe("what WeChat's compiler made", () => {
  test('may leave out only what the project tells it to', () => {
    const packOptions = {
      ignore: [
        { type: 'suffix', value: '.d.ts' },
        { type: 'file', value: 'privacy.json' },
        { type: 'folder', value: 'vendor/types' },
      ],
    };
    const dropped = [
      { file: 'miniprogram/vendor/core.d.ts' },
      { file: 'miniprogram/privacy.json' },
      { file: 'miniprogram/vendor/types/index.js' },
      { file: 'miniprogram/services/cloud.ts' },
    ];
    expect(reader.filesLeftOut(dropped, { packOptions })).toEqual(['left out: services/cloud.ts']);
  });

  test('must hold every page, and every script that another requires', () => {
    const result = {
      'pages/a.js': "require('../services/here'); require('../services/gone'); require('tslib');",
      'pages/a.wxml': '<view/>',
      'services/here.js': '',
      'miniprogram_npm/tslib/index.js': '',
    };
    expect(reader.missingFiles(result, ['pages/a', 'pages/b'])).toEqual([
      'pages/b was not compiled',
      'pages/a.js requires ../services/gone',
    ]);
  });

  test('is counted by package, without source maps', () => {
    const result = { 'app.js': '12345', 'app.js.map': '123', 'sub/one/a.js': '123' };
    expect(reader.packageSizes(result, { subpackages: [{ root: 'sub/one' }] })).toEqual([
      { name: 'main', bytes: 5 },
      { name: 'sub/one/', bytes: 3 },
    ]);
  });
});
