import { type Dirent, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import path from 'node:path';

/** Editors write a file in several steps. */
const SETTLE_MS = 60;
const POLL_MS = 400;

export interface Watch {
  close(): void;
}

/**
 * Calls back, settled, after something below `folder` changed. One watch a folder, because a
 * recursive one would walk node_modules; polls where the system has no watches left.
 */
export function watchFolder(folder: string, changed: () => void): Watch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, SETTLE_MS);
  };
  const tree = new FolderTree(folder, settle);
  return {
    close() {
      clearTimeout(timer);
      tree.close();
    },
  };
}

class FolderTree {
  private readonly watchers = new Map<string, FSWatcher>();
  private poll: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly root: string,
    private readonly changed: () => void,
  ) {
    this.follow();
  }

  close(): void {
    clearInterval(this.poll);
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  /** Watches folders that are new; forgets those that are gone. */
  private follow(): void {
    if (this.poll !== undefined) return;
    const folders = new Set(foldersBelow(this.root));
    for (const [folder, watcher] of this.watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.watchers.delete(folder);
    }
    for (const folder of folders) {
      if (this.watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, (_, name) => {
          if (name !== null && isIgnored(name)) return;
          this.follow();
          this.changed();
        });
        watcher.on('error', () => this.watchers.delete(folder));
        this.watchers.set(folder, watcher);
      } catch {
        this.startPolling();
        return;
      }
    }
  }

  private startPolling(): void {
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
    let last = fingerprint(this.root);
    this.poll = setInterval(() => {
      const now = fingerprint(this.root);
      if (now !== last) this.changed();
      last = now;
    }, POLL_MS);
  }
}

function foldersBelow(folder: string): string[] {
  const entries = entriesOf(folder);
  const inner = entries.filter((entry) => entry.isDirectory() && !isIgnored(entry.name));
  return [folder, ...inner.flatMap((entry) => foldersBelow(path.join(folder, entry.name)))];
}

function fingerprint(root: string): string {
  return foldersBelow(root)
    .flatMap((folder) =>
      entriesOf(folder).map(({ name }) => {
        const file = path.join(folder, name);
        return `${file}:${statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0}`;
      }),
    )
    .join('|');
}

/** None when the folder went away in between, as it does while something is built into it. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isIgnored(name: string): boolean {
  return name === 'node_modules' || name === '.git';
}
