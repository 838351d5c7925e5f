/**
 * The inside of an instance: one cloud function in one process, one event at a time. Bundled to a
 * single file when the cloud starts, so that a cold start pays for the function and nothing else.
 */
import { createRequire } from 'node:module';
import type { Failure, Report, Run } from '../protocol';
import { installClock } from './clock';

const [entry = '', shiftMs = '0'] = process.argv.slice(2);
const setClock = installClock(Number(shiftMs));
let perCall: string[] = [];

function report(message: Report, then?: () => void): void {
  process.send?.(message, undefined, undefined, () => then?.());
}

function failureOf(error: unknown, what: string): Failure {
  if (!(error instanceof Error)) return { errorCode: 1, errorMessage: `${what}${String(error)}` };
  return {
    errorCode: 1,
    errorMessage: `${what}${error.message}`,
    ...(error.stack === undefined ? {} : { stackTrace: error.stack }),
  };
}

/** The last word: whatever was under way in this process is lost. */
function breakDown(error: unknown, what: string): void {
  console.error(error);
  report({ kind: 'broken', failure: failureOf(error, what) }, () => process.exit(1));
}

function setEnvironment(environment: Record<string, string>): void {
  for (const key of perCall) delete process.env[key];
  perCall = Object.keys(environment);
  Object.assign(process.env, environment);
}

function mainOf(module: unknown): (event: unknown, context: unknown) => unknown {
  const main: unknown =
    (typeof module === 'object' || typeof module === 'function') && module !== null
      ? Reflect.get(module, 'main')
      : undefined;
  if (typeof main !== 'function') throw new Error(`${entry} does not export main`);
  return (event, context): unknown => Reflect.apply(main, module, [event, context]);
}

process.on('uncaughtException', (error) => breakDown(error, ''));
process.on('unhandledRejection', (reason) => breakDown(reason, 'Unhandled rejection: '));
// The platform is gone: nobody waits for this process any more.
process.on('disconnect', () => process.exit(0));

const load = createRequire(entry);
try {
  const main = mainOf(load(entry));
  process.on('message', (message: Run) => {
    void run(main, message);
  });
  report({ kind: 'ready' });
} catch (error) {
  breakDown(error, `${entry} cannot be loaded: `);
}

async function run(main: ReturnType<typeof mainOf>, message: Run): Promise<void> {
  setClock(message.shiftMs);
  setEnvironment(message.environment);
  try {
    const event: unknown = JSON.parse(message.event);
    const result = await main(event, message.context);
    report({ kind: 'answer', id: message.id, result: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    report({ kind: 'failed', id: message.id, failure: failureOf(error, '') });
  }
}
