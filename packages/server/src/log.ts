import * as clock from './clock';

type Level = 'info' | 'warn' | 'error';
type Fields = Readonly<Record<string, unknown>>;

/**
 * What a line may say. Openids, words of people, codes and keys are not on the list, so they
 * cannot slip in with an object that somebody logs whole.
 */
const ALLOWED = new Set([
  'requestId',
  'method',
  'code',
  'ms',
  'tries',
  'effect',
  'kind',
  'collection',
  'error',
  'stack',
  'count',
  'outcome',
  'errcode',
]);

const write = (level: Level, event: string, fields: Fields): void => {
  const kept = Object.entries(fields).filter(([name]) => ALLOWED.has(name));
  const line = JSON.stringify({ at: clock.now(), level, event, ...Object.fromEntries(kept) });
  if (level === 'error') console.error(line);
  else console.log(line);
};

/** One JSON line a call, for the platform's log. */
export const log = {
  info: (event: string, fields: Fields = {}): void => write('info', event, fields),
  warn: (event: string, fields: Fields = {}): void => write('warn', event, fields),
  /** A bug or a broken platform: with the error's message and stack, never with data. */
  error: (event: string, error: unknown, fields: Fields = {}): void => {
    const known = error instanceof Error;
    write('error', event, {
      ...fields,
      error: known ? error.message : String(error),
      ...(known ? { stack: error.stack } : {}),
    });
  },
};
