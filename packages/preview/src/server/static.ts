import { createReadStream, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
  '.mp4': 'video/mp4',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Whether a file may be served from a project: images, sound, video and fonts; never sources. */
export function isAsset(file: string): boolean {
  return TYPES[path.extname(file).toLowerCase()] !== undefined;
}

/** Answers with a file, or 404. */
export function sendFile(response: ServerResponse, file: string, cache: string): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) {
    sendText(response, 404, 'text/plain; charset=utf-8', 'not found');
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
    'content-length': stat.size,
    'cache-control': cache,
  });
  createReadStream(file).pipe(response);
}

export function sendText(
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
  cache = 'no-store',
): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': cache });
  response.end(text);
}
