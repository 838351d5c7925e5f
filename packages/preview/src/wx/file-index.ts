import { ApiError } from './api';
import type { TextStore } from './storage';

export interface FileEntry {
  readonly path: string;
  readonly size: number;
  /** ms since 1970. */
  readonly time: number;
  readonly folder: boolean;
}

const ROOT = 'wxfile://usr';

/** Which files there are: kept as one text, so that it can be asked without waiting. */
export class FileIndex {
  private readonly entries = new Map<string, FileEntry>();
  private readonly key: string;

  constructor(
    private readonly store: TextStore,
    scope: string,
  ) {
    this.key = `${scope}files`;
    for (const entry of readEntries(store.getItem(this.key))) this.entries.set(entry.path, entry);
    if (!this.entries.has(ROOT)) {
      this.entries.set(ROOT, { path: ROOT, size: 0, time: Date.now(), folder: true });
    }
  }

  get(path: string): FileEntry | undefined {
    return this.entries.get(path);
  }

  all(): FileEntry[] {
    return [...this.entries.values()];
  }

  paths(): string[] {
    return this.all()
      .filter(({ folder }) => !folder)
      .map(({ path }) => path);
  }

  total(): number {
    return this.all().reduce((sum, { size }) => sum + size, 0);
  }

  put(entry: FileEntry): void {
    this.entries.set(entry.path, entry);
    this.keep();
  }

  remove(path: string): void {
    this.entries.delete(path);
    this.keep();
  }

  /** Names directly inside a folder. */
  children(path: string): string[] {
    const inside = `${path}/`;
    return this.all()
      .filter((entry) => entry.path.startsWith(inside))
      .map((entry) => entry.path.slice(inside.length))
      .filter((name) => name !== '' && !name.includes('/'));
  }

  makeFolder(path: string, recursive: boolean): void {
    if (this.entries.has(path)) {
      if (recursive) return;
      throw new ApiError(`file already exists, mkdir "${path}"`, { errno: 1301005 });
    }
    const parent = path.slice(0, path.lastIndexOf('/'));
    if (!path.startsWith(`${ROOT}/`)) throw new ApiError(`permission denied, mkdir "${path}"`);
    if (this.entries.get(parent)?.folder !== true) {
      if (!recursive) {
        throw new ApiError(`no such file or directory, mkdir "${path}"`, { errno: 1300002 });
      }
      this.makeFolder(parent, true);
    }
    this.put({ path, size: 0, time: Date.now(), folder: true });
  }

  /** Returns the paths that are gone. */
  removeFolder(path: string, recursive: boolean): string[] {
    const entry = this.entries.get(path);
    if (entry?.folder !== true || path === ROOT) {
      throw new ApiError(`no such file or directory, rmdir "${path}"`, { errno: 1300002 });
    }
    const inside = this.all().filter((other) => other.path.startsWith(`${path}/`));
    if (inside.length > 0 && !recursive) {
      throw new ApiError(`directory not empty, rmdir "${path}"`, { errno: 1300066 });
    }
    const gone = [path, ...inside.map((other) => other.path)];
    for (const each of gone) this.entries.delete(each);
    this.keep();
    return gone;
  }

  private keep(): void {
    this.store.setItem(this.key, JSON.stringify(this.all()));
  }
}

function readEntries(text: string | null): FileEntry[] {
  if (text === null) return [];
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? value.filter(isEntry) : [];
}

function isEntry(value: unknown): value is FileEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { path, size, time, folder }: Record<string, unknown> = { ...value };
  return (
    typeof path === 'string' &&
    typeof size === 'number' &&
    typeof time === 'number' &&
    typeof folder === 'boolean'
  );
}
