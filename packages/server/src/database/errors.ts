/** The database, the storage or the network did not do it now; the same request may be sent again. */
export class Busy extends Error {
  constructor(what: string, cause: unknown) {
    super(what, { cause });
    this.name = 'Busy';
  }
}

const PASSING = new Set([
  'DATABASE_TRANSACTION_CONFLICT',
  'DATABASE_TIMEOUT',
  'SYS_ERR',
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
  'ERR_BAD_RESPONSE',
  'ERR_NETWORK',
  'FUNCTIONS_TIME_LIMIT_EXCEEDED',
]);

export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

/** A second document under an id or a unique value that is taken. */
export const isDuplicate = (error: unknown): boolean => messageOf(error).includes('E11000');

/** Whether trying again may help: conflicts, timeouts, lost connections. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Busy ||
  PASSING.has(codeOf(error)) ||
  /timeout|timed out|socket hang up|TransactionConflict|network/i.test(messageOf(error));

/** Runs a request of the SDK; what may pass becomes Busy, the rest stays what it is. */
export const asked = async <T>(what: string, request: () => Promise<T>): Promise<T> => {
  try {
    return await request();
  } catch (error) {
    throw isPassing(error) ? new Busy(what, error) : error;
  }
};
