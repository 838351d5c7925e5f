import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { bundle, externalsOf } from '../../scripts/build/bundle';
import { withoutUnusedSdkParts } from '../../scripts/build/stub';
import { inRoot } from '../../scripts/lib/paths';
import { aTree } from './support/tree';

jest.setTimeout(60_000);

interface Sdk {
  init(config: object): {
    database(): { collection(name: string): unknown };
    models: { hazard?: unknown };
    ai(): unknown;
  };
}

async function bundledSdk(): Promise<Sdk> {
  const { text } = await bundle('sdk', {
    stdin: { contents: "module.exports = require('@cloudbase/node-sdk');", resolveDir: inRoot() },
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    plugins: [withoutUnusedSdkParts],
  });
  const folder = aTree({ 'package.json': '{}', 'sdk.js': text });
  return createRequire(path.join(folder, 'package.json'))('./sdk.js');
}

describe('the SDK in a function', () => {
  test('works without the parts that nobody uses, and these fail loudly', async () => {
    const app = (await bundledSdk()).init({ env: 'e', secretId: 'i', secretKey: 'k' });
    expect(app.database().collection('cases')).toBeDefined();
    expect(() => app.models.hazard).toThrow('app.models is not part of this bundle');
    expect(() => app.ai()).toThrow('@cloudbase/ai is not part of this bundle');
  });

  test('leaves outside the bundle only what it cannot hold', async () => {
    const { metafile } = await bundle('x', {
      stdin: {
        contents:
          "import 'node:fs'; import 'os'; import { x } from '@napi-rs/image'; console.log(x);",
        resolveDir: inRoot(),
      },
      platform: 'node',
      format: 'cjs',
      external: ['@napi-rs/image'],
    });
    expect(externalsOf(metafile)).toEqual(['@napi-rs/image']);
  });
});

test('a source that does not build is named with its line', async () => {
  const folder = aTree({ 'a.ts': 'export const a = 1;\nexport const b = ;\n' });
  const file = path.join(folder, 'a.ts');
  expect(fs.existsSync(file)).toBe(true);
  await expect(bundle('云函数 a', { entryPoints: [file] })).rejects.toThrow(/a\.ts:2:18 /);
});
