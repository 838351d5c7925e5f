import { ApiError } from './api';
import { Bytes } from './file-bytes';
import { type FileEntry, FileIndex } from './file-index';
import type { TextStore } from './storage';

export const USER_DATA = 'wxfile://usr';
/** What user files and saved files may take together. */
const LIMIT = 200 * 1024 * 1024;

/**
 * The files of one person's phone. Temporary ones live until the app is closed; those under
 * USER_DATA_PATH and saved ones stay. Which files there are is known at once (localStorage),
 * their bytes come from IndexedDB.
 */
export class FileStore {
  private readonly temporary = new Map<string, Blob>();
  private readonly urls = new Map<string, string>();
  private readonly index: FileIndex;
  private readonly bytes: Bytes;
  private count = 0;

  constructor(store: TextStore, scope: string) {
    this.index = new FileIndex(store, scope);
    this.bytes = new Bytes(scope, () => this.index.paths());
  }

  /** Gives bytes a temporary path. */
  keepTemporary(blob: Blob, name = ''): string {
    this.count += 1;
    const ending = /\.\w+$/.exec(name)?.[0] ?? endingOf(blob.type);
    const random = crypto.randomUUID().replaceAll('-', '').slice(0, 16);
    const path = `wxfile://tmp_${random}${this.count}${ending.toLowerCase()}`;
    this.temporary.set(path, blob);
    return path;
  }

  /** A path as it is kept: `http://usr/…` of the developer tools is the same place. */
  normal(path: string): string {
    return path.replace(/^http:\/\/(usr|tmp|store)/, 'wxfile://$1').replace(/\/+$/, '');
  }

  isTemporary(path: string): boolean {
    return this.temporary.has(this.normal(path));
  }

  entry(path: string): FileEntry | undefined {
    const normal = this.normal(path);
    const blob = this.temporary.get(normal);
    if (blob) return { path: normal, size: blob.size, time: Date.now(), folder: false };
    return this.index.get(normal);
  }

  children(path: string): string[] {
    return this.index.children(this.normal(path));
  }

  paths(prefix: string): FileEntry[] {
    return this.index.all().filter((entry) => entry.path.startsWith(prefix) && !entry.folder);
  }

  /** @throws ApiError when there is no such file. */
  async read(path: string): Promise<Uint8Array<ArrayBuffer>> {
    const normal = this.normal(path);
    const blob = this.temporary.get(normal);
    if (blob) return new Uint8Array(await blob.arrayBuffer());
    if (this.index.get(normal)?.folder !== false) throw missing('open', path);
    const bytes = await this.bytes.get(normal);
    if (!bytes) throw missing('open', path);
    return bytes;
  }

  /** @throws ApiError when there is no such file, or its bytes are still on their way. */
  readNow(path: string): Uint8Array<ArrayBuffer> {
    const normal = this.normal(path);
    if (this.temporary.has(normal)) {
      throw new ApiError(`a temporary file can only be read by readFile in the preview, ${path}`);
    }
    if (this.index.get(normal)?.folder !== false) throw missing('open', path);
    const bytes = this.bytes.now(normal);
    if (!bytes) throw new ApiError(`the preview is still opening its files, use readFile: ${path}`);
    return bytes;
  }

  /** Writes a whole file. Resolves when it would survive a reload. */
  async write(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const normal = this.normal(path);
    this.check(normal, bytes.length);
    // Bytes first: a file that is listed can be read.
    await this.bytes.set(normal, bytes);
    this.index.put({ path: normal, size: bytes.length, time: Date.now(), folder: false });
    this.forget(normal);
  }

  /** Like write, for the synchronous calls: the file is there at once. */
  writeNow(path: string, bytes: Uint8Array<ArrayBuffer>): void {
    const normal = this.normal(path);
    this.check(normal, bytes.length);
    void this.bytes.set(normal, bytes);
    this.index.put({ path: normal, size: bytes.length, time: Date.now(), folder: false });
    this.forget(normal);
  }

  makeFolder(path: string, recursive: boolean): void {
    this.index.makeFolder(this.normal(path), recursive);
  }

  remove(path: string): void {
    const normal = this.normal(path);
    const entry = this.entry(normal);
    if (!entry || entry.folder) throw missing('unlink', path);
    this.temporary.delete(normal);
    this.index.remove(normal);
    void this.bytes.delete(normal);
    this.forget(normal);
  }

  removeFolder(path: string, recursive: boolean): void {
    for (const gone of this.index.removeFolder(this.normal(path), recursive)) {
      void this.bytes.delete(gone);
      this.forget(gone);
    }
  }

  /** Address for `<image>`; undefined when there is no such file. */
  async urlOf(path: string): Promise<string | undefined> {
    const normal = this.normal(path);
    const known = this.urls.get(normal);
    if (known !== undefined) return known;
    const blob = this.temporary.get(normal) ?? (await this.blobOf(normal));
    if (!blob) return undefined;
    const url = URL.createObjectURL(blob);
    this.urls.set(normal, url);
    return url;
  }

  private async blobOf(normal: string): Promise<Blob | undefined> {
    if (this.index.get(normal)?.folder !== false) return undefined;
    const bytes = await this.bytes.get(normal);
    return bytes && new Blob([bytes]);
  }

  private forget(normal: string): void {
    const url = this.urls.get(normal);
    if (url !== undefined) URL.revokeObjectURL(url);
    this.urls.delete(normal);
  }

  private check(normal: string, size: number): void {
    if (!normal.startsWith(`${USER_DATA}/`) && !normal.startsWith('wxfile://store_')) {
      throw new ApiError(`permission denied, open ${normal}`, { errno: 1300013 });
    }
    const parent = normal.slice(0, normal.lastIndexOf('/'));
    if (parent.startsWith(`${USER_DATA}/`) && this.index.get(parent)?.folder !== true) {
      throw missing('open', normal);
    }
    const before = this.index.get(normal)?.size ?? 0;
    if (this.index.total() - before + size > LIMIT) {
      throw new ApiError('the maximum size of the file storage limit is exceeded', {
        errno: 1300202,
      });
    }
  }
}

export function missing(verb: string, path: string): ApiError {
  return new ApiError(`no such file or directory, ${verb} "${path}"`, { errno: 1300002 });
}

function endingOf(type: string): string {
  const ending: Readonly<Record<string, string>> = {
    'image/jpeg': '.jpg',
    'image/png': '.png',
    'image/gif': '.gif',
    'image/webp': '.webp',
    'video/mp4': '.mp4',
    'audio/webm': '.webm',
    'audio/mp4': '.m4a',
    'application/pdf': '.pdf',
  };
  return ending[type.split(';')[0] ?? ''] ?? '';
}
