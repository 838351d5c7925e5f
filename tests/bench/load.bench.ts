import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundle } from '../../scripts/build/bundle';
import { withoutUnusedSdkParts } from '../../scripts/build/stub';
import { type Bench, ratioRow } from './bench';

const ROOT = resolve(import.meta.dirname, '../..');
const ROUNDS = 41;

/**
 * Milliseconds of processor time that a bare process needs to load a function. Not time on the
 * clock: other work on the machine would be counted with it.
 */
const loadOnce = (file: string): number => {
  const script = `const from=process.cpuUsage();require(${JSON.stringify(file)});
    const {user,system}=process.cpuUsage(from);
    process.stdout.write(String((user+system)/1e3));process.exit(0)`;
  return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
};

/** What disturbs a process only adds: the time that a fifth of the rounds stayed below. */
const undisturbed = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 5)] ?? Number.NaN;

/** Rounds are interleaved, to and fro, so that a busy moment of the machine meets all alternatives. */
const loadAll = (files: readonly string[]): number[] => {
  const times = files.map((): number[] => []);
  const runs = files.map((file, i) => () => times[i]?.push(loadOnce(file)));
  for (let round = 0; round < ROUNDS; round++) {
    for (const run of round % 2 === 0 ? runs : [...runs].reverse()) run();
  }
  return times.map(undisturbed);
};

/** The SDK alone, bundled exactly as our functions bundle it and laid out as they are. */
const bundledSdk = async (folder: string): Promise<string> => {
  const outfile = join(folder, 'index.js');
  const { text } = await bundle('the SDK alone', {
    stdin: { contents: `module.exports = require('@cloudbase/node-sdk');`, resolveDir: ROOT },
    outfile,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    plugins: [withoutUnusedSdkParts],
  });
  writeFileSync(outfile, text);
  writeFileSync(join(folder, 'package.json'), '{ "name": "sdk", "main": "index.js" }');
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
