import { build } from '../build/build';
import { runJest, sum, type Tally } from '../lib/jest';
import { runMain } from '../lib/plain-error';

/** Projects that share two workers: pure code, server code, pages in jsdom, scripts. */
const TOGETHER = ['core', 'server', 'cloudfunctions', 'miniprogram', 'scripts'];
/** Projects that start clouds and browsers, and kill them: one file after another. */
const ALONE = ['local-cloud', 'preview', 'e2e'];

/** With arguments it is jest with the build done before; without, everything in two bands. */
async function runAll(args: readonly string[]): Promise<Tally> {
  if (args.length > 0) return runJest('chosen', args);
  const empty = '--passWithNoTests';
  const together = await runJest('together', [
    ...['--selectProjects', ...TOGETHER],
    ...['--maxWorkers=2', empty],
  ]);
  const alone = await runJest('alone', ['--selectProjects', ...ALONE, '--runInBand', empty]);
  return sum([together, alone]);
}

runMain(async () => {
  await build({ quiet: true });
  const { passed, failed } = await runAll(process.argv.slice(2));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
});
