import path from 'node:path';
import { readArgs } from '../lib/args';
import { PlainError } from '../lib/plain-error';

const USAGE = 'npm start -- [--port N] [--data DIR] [--no-open] [--demo none|small|city]';

/** Size of the demonstration that an empty data folder is filled with. */
export type DemoSize = 'none' | 'small';

/** What the person asked for. */
export interface StartOptions {
  readonly port: number;
  /** Absolute path of the data folder. */
  readonly data: string;
  readonly open: boolean;
  readonly demo: DemoSize;
}

function demoOf(text: string): DemoSize {
  if (text === 'none' || text === 'small') return text;
  if (text === 'city') {
    throw new PlainError(
      '--demo city 还没有，请用 --demo small。 --demo city does not exist yet, use --demo small.',
    );
  }
  throw new PlainError(`--demo 要 none、small 或 city。用法 Usage: ${USAGE}`);
}

/** Reads the options of `npm start`. @throws PlainError for what it does not know */
export function startOptions(argv: readonly string[]): StartOptions {
  const args = readArgs(
    argv,
    { port: 'port', data: 'text', 'no-open': 'flag', demo: 'text' },
    USAGE,
  );
  return {
    port: args.port ?? 5280,
    data: path.resolve(args.data ?? '.data'),
    open: args['no-open'] !== true,
    demo: demoOf(args.demo ?? 'small'),
  };
}
