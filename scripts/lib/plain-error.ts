/** A failure that the person at the terminal can act on: printed as its sentence, no stack. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

/** The sentence for what went wrong, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The `code` of a system error such as EADDRINUSE, if it has one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Whether the message alone says enough; the packages have classes of their own by this name. */
function isPlain(error: unknown): error is Error {
  return error instanceof Error && error.name === 'PlainError';
}

/** Prints what went wrong: a sentence where there is one, the stack of our own bugs. */
export function report(error: unknown): void {
  if (isPlain(error)) console.error(error.message);
  else if (codeOf(error) === 'ENOSPC') console.error('磁盘满了，写不进去。The disk is full.');
  else console.error(error);
}

/** Runs a command to its end: its exit code is what `main` answers, 1 after a failure. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = 1;
    report(error);
  }
}
