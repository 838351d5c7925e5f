import type { Readable } from 'node:stream';
import { CloudError } from '../errors';
import type { StorageRule } from '../platform/environment';
import type { FileRow, PlatformStore } from '../platform/store';
import type { Blobs } from './blobs';
import { checkPath, fileIdOf, pathOf } from './paths';
import { mayRead, mayWrite, ruleFor } from './rules';
import type { Signer } from './signing';

/** What the storage needs. */
interface StorageOptions {
  readonly environmentId: string;
  readonly store: PlatformStore;
  readonly blobs: Blobs;
  readonly signer: Signer;
  readonly rules: ReadonlyMap<string, StorageRule>;
  readonly now: () => number;
  /** The server's own address, without a trailing slash. */
  readonly url: () => string;
}

const UPLOAD_MS = 15 * 60 * 1000;
const MAX_AGE_SECONDS = 7 * 24 * 3600;

/** Files by path: who may touch them, URLs that expire, bytes that are on disk. */
export class Storage {
  constructor(private readonly options: StorageOptions) {}

  /** The path of a file id; undefined when it is not of this environment. */
  pathOf(fileId: string): string | undefined {
    return pathOf(this.options.environmentId, fileId);
  }

  fileIdOf(path: string): string {
    return fileIdOf(this.options.environmentId, path);
  }

  file(path: string): FileRow | undefined {
    return this.options.store.file(path);
  }

  /** Writes a file, replacing an older one of the same path in one step. */
  async write(path: string, content: Readable, creator: string): Promise<FileRow> {
    checkPath(path);
    const { blob, size } = await this.options.blobs.write(content);
    const older = this.options.store.file(path);
    const row: FileRow = { path, blob, size, creator };
    this.options.store.putFile(row);
    if (older !== undefined) await this.options.blobs.remove(older.blob);
    return row;
  }

  read(row: FileRow): Readable {
    return this.options.blobs.read(row.blob);
  }

  /** @returns whether there was such a file */
  async remove(path: string): Promise<boolean> {
    const row = this.options.store.file(path);
    if (row === undefined) return false;
    this.options.store.removeFile(path);
    await this.options.blobs.remove(row.blob);
    return true;
  }

  /** @throws CloudError STORAGE_EXCEED_AUTHORITY unless this phone may write here */
  checkWrite(path: string, openid: string | undefined): void {
    const rule = ruleFor(this.options.rules, checkPath(path));
    if (!mayWrite(rule, openid, this.file(path)?.creator)) throw forbidden('written', path);
  }

  /**
   * The file that a phone asks for.
   * @throws CloudError STORAGE_EXCEED_AUTHORITY or STORAGE_FILE_NONEXIST
   */
  readable(path: string, openid: string | undefined): FileRow {
    const row = this.file(path);
    // A stranger learns nothing about which files exist.
    if (!mayRead(ruleFor(this.options.rules, path), openid, row?.creator ?? '')) {
      throw forbidden('read', path);
    }
    if (row === undefined) throw new CloudError('STORAGE_FILE_NONEXIST', `no file ${path}`);
    return row;
  }

  /** A URL by which anybody can read the file for so many seconds. */
  temporaryUrl(path: string, maxAgeSeconds: number): string {
    const seconds = Math.min(Math.max(1, maxAgeSeconds), MAX_AGE_SECONDS);
    const until = this.options.now() + seconds * 1000;
    const signature = this.options.signer.sign('get', path, until);
    // Not percent-encoded: the SDK encodes the whole URL once more before it fetches it.
    return `${this.options.url()}/storage/${path}?sign=${signature}&t=${until}`;
  }

  /** Whether a temporary URL's words allow reading now; public files need none. */
  allowsGet(path: string, until: number, signature: string): boolean {
    const { signer, rules, now } = this.options;
    if (mayRead(ruleFor(rules, path), undefined, '')) return true;
    return signer.allows('get', path, until, signature, now());
  }

  /** The words by which a function's SDK may put one file. */
  uploadPermit(path: string): { url: string; authorization: string } {
    checkPath(path);
    const until = this.options.now() + UPLOAD_MS;
    return {
      url: `${this.options.url()}/storage/${encodeURI(path)}`,
      authorization: `${until}.${this.options.signer.sign('put', path, until)}`,
    };
  }

  allowsPut(path: string, authorization: string): boolean {
    const [until = '', signature = ''] = authorization.split('.');
    return this.options.signer.allows('put', path, Number(until), signature, this.options.now());
  }
}

function forbidden(what: string, path: string): CloudError {
  return new CloudError(
    'STORAGE_EXCEED_AUTHORITY',
    `permission denied: the storage rules do not let ${path} be ${what} from here`,
  );
}
