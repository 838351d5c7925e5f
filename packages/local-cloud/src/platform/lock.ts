import path from 'node:path';
import Database from 'libsql';
import { codeOf, PlainError } from './plain-error';

/**
 * Takes a data folder for this process alone. The lock is the operating system's, held by an open
 * transaction: it goes when the process goes, however that happens.
 * @returns a function that lets go of it
 * @throws PlainError when another process has it
 */
export function lockFolder(folder: string): () => void {
  const db = new Database(path.join(folder, 'lock.db'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (codeOf(error)?.startsWith('SQLITE_BUSY') !== true) throw error;
    throw new PlainError(`The data folder ${folder} is in use by another local cloud.`);
  }
  return () => {
    // The driver closes the file only when it is collected; the lock must go now.
    db.exec('ROLLBACK');
    db.close();
  };
}
