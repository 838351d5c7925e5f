import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundle } from '../../scripts/build/bundle';
import { withoutUnusedSdkParts } from '../../scripts/build/stub';
import { type Bench, median, ratioRow } from './bench';

const ROOT = resolve(import.meta.dirname, '../..');
const ROUNDS = 15;

/** Milliseconds from a bare process to a loaded function, by the process's own clock. */
const loadOnce = (file: string): number => {
  const script = `const t=process.hrtime.bigint();require(${JSON.stringify(file)});
    process.stdout.write(String(Number(process.hrtime.bigint()-t)/1e6));process.exit(0)`;
  return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
};

/** Rounds are interleaved, so that a busy moment of the machine meets all alternatives. */
const loadAll = (files: readonly string[]): number[] => {
  const times = files.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    files.forEach((file, i) => {
      times[i]?.push(loadOnce(file));
    });
  }
  return times.map(median);
};

/** The SDK alone, bundled exactly as our functions bundle it. */
const bundledSdk = async (folder: string): Promise<string> => {
  const outfile = join(folder, 'sdk.cjs');
  const { text } = await bundle('the SDK alone', {
    stdin: { contents: `module.exports = require('@cloudbase/node-sdk');`, resolveDir: ROOT },
    outfile,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    plugins: [withoutUnusedSdkParts],
  });
  writeFileSync(outfile, text);
  return outfile;
};

export const bench: Bench = {
  name: 'Cold load of a function',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'anshao-load-'));
    try {
      const [ours = 0, plain = 0, sdk = 0] = loadAll([
        join(ROOT, 'cloudfunctions/hazard/index.js'),
        join(ROOT, 'tests/bench/baselines/hazard/index.js'),
        await bundledSdk(folder),
      ]);
      return [
        ratioRow(
          'load of `hazard`',
          { name: 'our bundle', value: ours },
          { name: 'the same job with wx-server-sdk', value: plain },
          { max: 0.55 },
        ),
        ratioRow(
          'load of `hazard`',
          { name: 'our bundle', value: ours },
          { name: 'the bundled SDK alone', value: sdk },
          { max: 1.15 },
        ),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
