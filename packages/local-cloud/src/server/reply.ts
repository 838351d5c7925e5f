import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { CloudError } from '../errors';
import { isDiskFull, messageOf } from '../platform/plain-error';

/** What a request is answered with. */
export interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer | string | { readonly stream: Readable; readonly size: number };
}

/** A JSON answer. The content type is spelled as the SDK compares it. */
export function json(value: unknown, status = 200): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}

/** A JSON answer that is JSON already. */
export function jsonText(text: string): Reply {
  return { ...json(null), body: text };
}

/**
 * The platform's code and sentence for whatever was thrown.
 * @param log gets what the platform did not mean to answer: a full disk, a mistake of ours
 */
export function failureOf(
  error: unknown,
  log: (line: string) => void,
): { code: string; message: string } {
  if (error instanceof CloudError) return { code: error.code, message: error.message };
  if (isDiskFull(error)) {
    log('The disk is full: nothing more can be kept.');
    return { code: 'SYS_ERR', message: 'the disk is full' };
  }
  log(error instanceof Error && error.stack !== undefined ? error.stack : messageOf(error));
  return { code: 'SYS_ERR', message: messageOf(error) };
}

/** Sends a reply; a client that went away is no error. */
export function send(response: ServerResponse, reply: Reply, withBody: boolean): void {
  const { body } = reply;
  const size =
    typeof body === 'string' || Buffer.isBuffer(body) ? Buffer.byteLength(body) : body.size;
  response.writeHead(reply.status, { ...reply.headers, 'content-length': String(size) });
  if (typeof body === 'string' || Buffer.isBuffer(body)) response.end(withBody ? body : undefined);
  else if (withBody) {
    body.stream.on('error', () => response.destroy());
    body.stream.pipe(response);
  } else {
    body.stream.destroy();
    response.end();
  }
}
