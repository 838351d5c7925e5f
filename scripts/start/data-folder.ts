import fs from 'node:fs';
import path from 'node:path';
import { codeOf, PlainError } from '../lib/plain-error';

const MARK = 'demo-unfinished';

/** Makes the data folder. @throws PlainError when it cannot be written to */
export function prepareFolder(data: string): void {
  try {
    fs.mkdirSync(data, { recursive: true });
    fs.accessSync(data, fs.constants.W_OK);
  } catch (error) {
    if (codeOf(error) === 'ENOSPC') throw error;
    throw new PlainError(`写不进数据文件夹 the data folder cannot be written to: ${data}`);
  }
}

/**
 * Whether the demonstration must be drawn: nothing has been stored here yet. A folder whose
 * drawing was cut off holds nothing of a person's and starts anew.
 */
export function needsDemo(data: string): boolean {
  const mark = path.join(data, MARK);
  if (fs.existsSync(mark)) {
    for (const entry of fs.readdirSync(data)) {
      fs.rmSync(path.join(data, entry), { recursive: true, force: true });
    }
  }
  return fs.readdirSync(data).length === 0;
}

/** Draws the demonstration; until it is complete a mark says that it is not. */
export async function drawMarked(data: string, draw: () => Promise<void>): Promise<void> {
  const mark = path.join(data, MARK);
  fs.writeFileSync(mark, '');
  await draw();
  fs.rmSync(mark);
}
