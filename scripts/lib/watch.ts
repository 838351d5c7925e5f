import fs from 'node:fs';
import { messageOf } from './plain-error';

/** Editors write a file in several steps; edits this close together are one, in milliseconds. */
const QUIET = 80;

/**
 * Calls `work` after edits below the folders, never twice at once: an edit while it works makes
 * it run once more. What it throws is printed, and the watching goes on.
 * @returns stops the watching
 */
export function watchFolders(
  folders: readonly string[],
  isSource: (file: string) => boolean,
  work: () => Promise<void>,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let again = false;
  const run = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      await work();
    } catch (error) {
      console.error(messageOf(error));
    }
    busy = false;
    if (again) {
      again = false;
      void run();
    }
  };
  const watchers = folders
    .filter((folder) => fs.existsSync(folder))
    .map((folder) =>
      fs.watch(folder, { recursive: true }, (_, name) => {
        if (name === null || !isSource(name)) return;
        clearTimeout(timer);
        timer = setTimeout(() => void run(), QUIET);
      }),
    );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
