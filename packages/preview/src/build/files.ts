import { readFileSync, statSync } from 'node:fs';

interface Entry<T> {
  readonly stamp: string;
  readonly value: T;
}

/**
 * Reads files and keeps what was made of them until they change (by time and size), so that a
 * rebuild touches only what was edited.
 */
export class FileCache {
  private readonly entries = new Map<string, Entry<unknown>>();
  private stamps = new Map<string, string | undefined>();

  /** Forgets which files were looked at; call before each build. */
  startBuild(): void {
    this.stamps = new Map();
  }

  /** A string which changes whenever the file changes; undefined when there is no such file. */
  stamp(file: string): string | undefined {
    if (this.stamps.has(file)) return this.stamps.get(file);
    const stat = statSync(file, { throwIfNoEntry: false });
    const stamp = stat?.isFile() ? `${stat.mtimeMs}:${stat.size}` : undefined;
    this.stamps.set(file, stamp);
    return stamp;
  }

  exists(file: string): boolean {
    return this.stamp(file) !== undefined;
  }

  /** The text of a file without a byte order mark. Throws when it does not exist. */
  text(file: string): string {
    return this.derive('text', file, [file], () =>
      readFileSync(file, 'utf8').replace(/^\uFEFF/, ''),
    );
  }

  /**
   * What `make` returned for the files as they are now. `kind` and `key` name the result;
   * `make` runs again only if one of `files` changed.
   */
  derive<T>(kind: string, key: string, files: readonly string[], make: () => T): T {
    const name = `${kind}\0${key}`;
    const stamp = files.map((file) => `${file}=${this.stamp(file) ?? 'none'}`).join('|');
    const known = this.entries.get(name) as Entry<T> | undefined;
    if (known && known.stamp === stamp) return known.value;
    const value = make();
    this.entries.set(name, { stamp, value });
    return value;
  }
}
