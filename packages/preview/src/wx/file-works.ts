import {
  ApiError,
  type Options,
  optionalNumber,
  optionalText,
  type Result,
  textOf,
  type Work,
} from './api';
import { decodeBytes, digestOf, encodeData } from './file-encoding';
import { type FileStore, missing } from './file-store';

/** The calls with callbacks. */
export function fileWorks(files: FileStore): Record<string, Work> {
  const sync = syncWorks(files);
  const same =
    (name: string): Work =>
    (options) => {
      const value = sync[name]?.(options);
      return value === undefined ? undefined : { ...value };
    };
  return {
    access: same('access'),
    mkdir: same('mkdir'),
    readdir: same('readdir'),
    rmdir: same('rmdir'),
    stat: same('stat'),
    unlink: same('unlink'),
    saveFile: (options) => saveFile(files, options),
    getFileInfo: (options) => fileInfo(files, options),
    getSavedFileList: () => ({ fileList: savedFiles(files) }),
    removeSavedFile: same('unlink'),
    async copyFile(options) {
      await files.write(textOf(options, 'destPath'), await files.read(textOf(options, 'srcPath')));
      return undefined;
    },
    async rename(options) {
      const from = textOf(options, 'oldPath');
      await files.write(textOf(options, 'newPath'), await files.read(from));
      files.remove(from);
      return undefined;
    },
    async readFile(options) {
      return { data: part(await files.read(textOf(options, 'filePath')), options) };
    },
    async writeFile(options) {
      const bytes = encodeData(options['data'], optionalText(options, 'encoding', 'utf8'));
      await files.write(textOf(options, 'filePath'), bytes);
      return undefined;
    },
    async appendFile(options) {
      const path = textOf(options, 'filePath');
      const before = await files.read(path);
      const after = encodeData(options['data'], optionalText(options, 'encoding', 'utf8'));
      const whole = new Uint8Array(before.length + after.length);
      whole.set(before);
      whole.set(after, before.length);
      await files.write(path, whole);
      return undefined;
    },
  };
}

export type SyncWork = (options: Options) => Result | undefined;

/** Each gives what its callback would get; the synchronous form picks its one value. */
export function syncWorks(files: FileStore): Record<string, SyncWork> {
  return {
    access(options) {
      const path = textOf(options, 'path');
      if (!files.entry(path)) throw missing('access', path);
      return undefined;
    },
    mkdir(options) {
      files.makeFolder(textOf(options, 'dirPath'), options['recursive'] === true);
      return undefined;
    },
    readdir(options) {
      const path = textOf(options, 'dirPath');
      if (files.entry(path)?.folder !== true) throw missing('readdir', path);
      return { files: files.children(path) };
    },
    rmdir(options) {
      files.removeFolder(textOf(options, 'dirPath'), options['recursive'] === true);
      return undefined;
    },
    stat(options) {
      const path = textOf(options, 'path');
      const entry = files.entry(path);
      if (!entry) throw missing('stat', path);
      const seconds = Math.floor(entry.time / 1000);
      return {
        stats: {
          mode: entry.folder ? 0o40755 : 0o100644,
          size: entry.size,
          lastAccessedTime: seconds,
          lastModifiedTime: seconds,
          isDirectory: () => entry.folder,
          isFile: () => !entry.folder,
        },
      };
    },
    unlink(options) {
      files.remove(textOf(options, 'filePath'));
      return undefined;
    },
    readFile: (options) => ({ data: part(files.readNow(textOf(options, 'filePath')), options) }),
    writeFile(options) {
      const bytes = encodeData(options['data'], optionalText(options, 'encoding', 'utf8'));
      files.writeNow(textOf(options, 'filePath'), bytes);
      return undefined;
    },
    copyFile(options) {
      files.writeNow(textOf(options, 'destPath'), files.readNow(textOf(options, 'srcPath')));
      return undefined;
    },
    saveFile(options) {
      const saved = savedPath(options);
      files.writeNow(saved, files.readNow(textOf(options, 'tempFilePath')));
      return { savedFilePath: saved };
    },
  };
}

function part(bytes: Uint8Array<ArrayBuffer>, options: Options): string | ArrayBuffer {
  const from = optionalNumber(options, 'position', 0);
  const length = optionalNumber(options, 'length', bytes.length - from);
  return decodeBytes(bytes.slice(from, from + length), options['encoding']);
}

function savedPath(options: Options): string {
  const wanted = optionalText(options, 'filePath');
  if (wanted !== '') return wanted;
  const ending = /\.\w+$/.exec(textOf(options, 'tempFilePath'))?.[0] ?? '';
  return `wxfile://store_${crypto.randomUUID().replaceAll('-', '')}${ending}`;
}

/** The temporary file is gone afterwards: WeChat moves it. */
export async function saveFile(files: FileStore, options: Options): Promise<Result> {
  const from = textOf(options, 'tempFilePath');
  if (!files.isTemporary(from))
    throw new ApiError('tempFilePath file not exist', { errno: 1300002 });
  const saved = savedPath(options);
  await files.write(saved, await files.read(from));
  files.remove(from);
  return { savedFilePath: saved };
}

/** Files kept by saveFile, as WeChat lists them. */
export function savedFiles(files: FileStore): Result[] {
  return files.paths('wxfile://store_').map(({ path, size, time }) => ({
    filePath: path,
    size,
    createTime: Math.floor(time / 1000),
  }));
}

/** Size and digest of a file. */
export async function fileInfo(files: FileStore, options: Options): Promise<Result> {
  const path = textOf(options, 'filePath');
  const bytes = await files.read(path);
  const algorithm = optionalText(options, 'digestAlgorithm', 'md5');
  return { size: bytes.length, digest: await digestOf(bytes, algorithm) };
}
