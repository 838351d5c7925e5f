/** A failure that the person at the terminal can act on: one sentence, no stack. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

/** The `code` of a system or database error such as EADDRINUSE or SQLITE_FULL, if it has one. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The sentence of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether a failure says that nothing more fits on the disk. */
export function isDiskFull(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL';
}

/**
 * Turns what went wrong with a data folder into one sentence, or gives it back unchanged when it
 * is no trouble of disk or permission.
 */
export function explainDisk(error: unknown, folder: string): unknown {
  if (isDiskFull(error)) return new PlainError(`The disk is full: nothing fits into ${folder}.`);
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
      return new PlainError(`The data folder ${folder} cannot be written.`);
    case 'ENOTDIR':
    case 'EEXIST':
      return new PlainError(`${folder} is not a folder.`);
    default:
      return error;
  }
}
