import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths';
import { runNode } from './run';

/** How many tests passed and failed; a file that does not load counts as one failure. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** Jest that has finished but does not end holds something open; this long is patience enough. */
const PATIENCE = 30_000;

/**
 * Runs jest with its own output and counts.
 * @param name names the file in .cache/test that keeps the results
 * @returns the counts; a failure of jest itself, or one that never ends, counts as a failure
 */
export async function runJest(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Tally> {
  const file = inRoot('.cache', 'test', `${name}.json`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.rmSync(file, { force: true });
  const stop = new AbortController();
  const watch = setInterval(() => {
    if (!fs.existsSync(file) || Date.now() - fs.statSync(file).mtimeMs < PATIENCE) return;
    console.error('jest 已跑完却没有结束：有测试没有关掉它打开的东西。A test left something open.');
    stop.abort();
  }, 1000);
  const { code } = await runNode(
    [inRoot('node_modules', 'jest', 'bin', 'jest.js'), '--json', `--outputFile=${file}`, ...args],
    { show: true, env, signal: stop.signal },
  );
  clearInterval(watch);
  if (!fs.existsSync(file)) return { passed: 0, failed: 1 };
  const results: JestResults = JSON.parse(fs.readFileSync(file, 'utf8'));
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return {
    passed: results.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
  };
}

/** Adds tallies up. */
export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
  };
}
