import { sdk } from './database/app';
import { asked } from './database/errors';

/** How long an address of a sealed photo is good, seconds. */
const URL_SECONDS = 600;
const FILES_A_REQUEST = 50;

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );

/** Addresses for files, good for ten minutes; a missing file has none. */
export const temporaryUrls = async (
  files: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const urls = new Map<string, string>();
  for (const chunk of chunks([...new Set(files)], FILES_A_REQUEST)) {
    const fileList = chunk.map((fileID) => ({ fileID, maxAge: URL_SECONDS }));
    const answer = await asked('storage', () => sdk().getTempFileURL({ fileList }));
    for (const { fileID, tempFileURL } of answer.fileList) {
      if (tempFileURL !== undefined && tempFileURL !== '') urls.set(fileID, tempFileURL);
    }
  }
  return urls;
};

export type Fetched =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'missing' }
  | { readonly kind: 'tooBig' };

/** Reads a file, at most `max` bytes of it: whoever uploaded it chose its size. */
export const readFile = async (file: string, max: number): Promise<Fetched> => {
  const url = (await temporaryUrls([file])).get(file);
  if (url === undefined) return { kind: 'missing' };
  const response = await asked('storage', () => fetch(encodeURI(decodeURI(url))));
  if (response.status === 404 || response.body === null) return { kind: 'missing' };
  if (!response.ok) throw new Error(`storage answers ${response.status}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.length;
    if (size > max) return { kind: 'tooBig' };
    parts.push(part);
  }
  return { kind: 'bytes', bytes: Buffer.concat(parts) };
};

/** Stores bytes under a path and answers the file's id. */
export const writeFile = async (path: string, bytes: Buffer): Promise<string> => {
  const { fileID } = await asked('storage', () =>
    sdk().uploadFile({ cloudPath: path, fileContent: bytes }),
  );
  return fileID;
};

/** Deletes files; one that is gone already is deleted. @throws Error when one could not be */
export const deleteFiles = async (files: readonly string[]): Promise<void> => {
  for (const fileList of chunks(files, FILES_A_REQUEST)) {
    const answer = await asked('storage', () => sdk().deleteFile({ fileList }));
    const failed = answer.fileList.filter(
      ({ code }) => code !== undefined && code !== 'SUCCESS' && code !== 'STORAGE_FILE_NONEXIST',
    );
    if (failed.length > 0) throw new Error(`storage kept ${failed.length} files`);
  }
};

let home: string | undefined;

/** The id under which the file at a path is known, whether or not there is one. */
export const fileIdOf = async (path: string): Promise<string> => {
  if (home === undefined) {
    const probe = 'sealed/home';
    const { data } = await asked('storage', () => sdk().getUploadMetadata({ cloudPath: probe }));
    if (!data.fileId.endsWith(`/${probe}`)) throw new Error('storage names files in a new way');
    home = data.fileId.slice(0, -probe.length);
  }
  return home + path;
};

/** The path inside the storage that a file id names: `cloud://<env>.<bucket>/<path>`. */
export const pathOfFile = (file: string): string | undefined =>
  /^cloud:\/\/[^/]+\/(.+)$/.exec(file)?.[1];
