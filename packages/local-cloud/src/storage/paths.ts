import { CloudError } from '../errors';

const MAX_BYTES = 850;

/**
 * Checks a storage path as the platform does: relative, no empty or dot parts, no characters that
 * a URL would read otherwise.
 * @returns the path itself
 * @throws CloudError INVALID_PARAM naming what is wrong
 */
export function checkPath(path: string): string {
  const wrong = (why: string): CloudError =>
    new CloudError('INVALID_PARAM', `the storage path ${JSON.stringify(path)} ${why}`);
  if (path === '') throw wrong('is empty');
  if (path.startsWith('/')) throw wrong('must not start with /');
  if (Buffer.byteLength(encodeURIComponent(path)) > MAX_BYTES) throw wrong('is too long');
  const bad = /[^\p{L}\p{N}/!\-_.* ()']/u.exec(path)?.[0];
  if (bad !== undefined) throw wrong(`must not contain ${JSON.stringify(bad)}`);
  for (const part of path.split('/')) {
    if (part === '') throw wrong('must not contain an empty part');
    if (part === '.' || part === '..') throw wrong('must not contain . or ..');
  }
  return path;
}

/** The file id of a path: `cloud://<environment>.<bucket>/<path>`. */
export function fileIdOf(environmentId: string, path: string): string {
  return `cloud://${environmentId}.${environmentId}-1250000000/${path}`;
}

/** The path of a file id of this environment, or undefined when it is none of ours. */
export function pathOf(environmentId: string, fileId: string): string | undefined {
  const start = fileIdOf(environmentId, '');
  return fileId.startsWith(start) ? fileId.slice(start.length) : undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  heic: 'image/heic',
  pdf: 'application/pdf',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The content type that goes with a path's ending. */
export function contentTypeOf(path: string): string {
  return TYPES[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
