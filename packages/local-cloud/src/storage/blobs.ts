import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { CloudError } from '../errors';

/** The largest file that is taken. */
const FILE_LIMIT = 50 * 1024 * 1024;

/**
 * The bytes of files, under random names: a storage path never becomes a path on this machine. A
 * blob is complete and on disk before its name is given out.
 */
export class Blobs {
  constructor(private readonly folder: string) {
    fs.mkdirSync(folder, { recursive: true });
  }

  /**
   * Writes a stream to a new blob.
   * @returns its name and its size in bytes
   * @throws CloudError EXCEED_REQUEST_SIZE_LIMIT beyond 50 MB, or when the stream breaks off
   */
  async write(content: Readable): Promise<{ blob: string; size: number }> {
    const blob = randomUUID();
    const draft = this.file(`${blob}.draft`);
    let size = 0;
    try {
      const handle = await open(draft, 'wx');
      try {
        // Not destroyed when refused: the client must be able to finish before it hears why.
        for await (const chunk of content.iterator({ destroyOnReturn: false })) {
          const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
          size += bytes.length;
          if (size > FILE_LIMIT) {
            throw new CloudError('EXCEED_REQUEST_SIZE_LIMIT', 'the file is larger than 50 MB');
          }
          await handle.writeFile(bytes);
        }
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, this.file(blob));
      await this.syncFolder();
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    return { blob, size };
  }

  read(blob: string): Readable {
    return fs.createReadStream(this.file(blob));
  }

  async remove(blob: string): Promise<void> {
    await rm(this.file(blob), { force: true });
  }

  /** Removes what a crash left behind: drafts, and blobs that no file uses. */
  sweep(used: ReadonlySet<string>): void {
    for (const name of fs.readdirSync(this.folder)) {
      if (!used.has(name)) fs.rmSync(this.file(name), { force: true });
    }
  }

  private file(name: string): string {
    return path.join(this.folder, name);
  }

  // The new name is durable only when its folder is.
  private async syncFolder(): Promise<void> {
    if (process.platform === 'win32') return;
    const handle = await open(this.folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}
