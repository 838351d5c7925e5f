import { build } from '../build/build';
import { readArgs } from '../lib/args';
import { messageOf, PlainError, runMain } from '../lib/plain-error';
import { inParallel } from '../lib/run';
import type { Check } from './check';
import { circles } from './circles';
import { copy } from './copy';
import { deadExports } from './dead-exports';
import { docs } from './docs';
import { lock } from './lock';
import { privacy } from './privacy';
import { sizes } from './sizes';
import { tdesign } from './tdesign';
import { format, imports } from './tools';
import { traces } from './traces';
import { types } from './types';
import { wxml } from './wxml';

const CHECKS: readonly Check[] = [
  ...[types, format, imports, circles, deadExports, wxml, copy],
  ...[sizes, tdesign, privacy, lock, docs, traces],
];

const USAGE = 'npm run check -- [--only NAME]';

/** Runs one check and prints its line; a check that breaks has failed. */
async function lookAt(check: Check): Promise<{ check: Check; problems: readonly string[] }> {
  const start = Date.now();
  let problems: readonly string[];
  try {
    problems = await check.run();
  } catch (error) {
    problems = [error instanceof PlainError ? error.message : `${messageOf(error)}`];
    if (!(error instanceof PlainError)) console.error(error);
  }
  const sign = problems.length === 0 ? '✓' : '✗';
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${sign} ${check.name.padEnd(10)} ${seconds.padStart(5)} s  ${check.about}`);
  return { check, problems };
}

const built: Check = {
  name: 'build',
  about: 'everything that ships can be built',
  async run() {
    await build({ quiet: true });
    return [];
  },
};

function chosen(only: string | undefined): readonly Check[] {
  if (only === undefined) return CHECKS;
  const found = CHECKS.filter(({ name }) => name === only);
  if (found.length === 0) {
    throw new PlainError(`有这些检查 there are: ${CHECKS.map(({ name }) => name).join(', ')}`);
  }
  return found;
}

runMain(async () => {
  const checks = chosen(readArgs(process.argv.slice(2), { only: 'text' }, USAGE).only);
  const results = [await lookAt(built), ...(await inParallel(checks, 2, lookAt))];
  const failed = results.filter(({ problems }) => problems.length > 0);
  for (const { check, problems } of failed) {
    console.error(`\n✗ ${check.name}: ${problems.length}`);
    for (const problem of problems) console.error(`  ${problem.replaceAll('\n', '\n  ')}`);
  }
  if (failed.length === 0) console.log(`\n${results.length} 项检查都通过 all checks passed`);
  else console.error(`\n${failed.length} 项检查没有通过 checks failed`);
  return failed.length === 0 ? 0 : 1;
});
