import type { IncomingMessage } from 'node:http';
import { CloudError } from '../errors';

/** One HTTP request as the handlers see it. */
export interface Request {
  readonly method: string;
  /** The path's parts after the first, each decoded. */
  readonly rest: readonly string[];
  readonly query: URLSearchParams;
  readonly message: IncomingMessage;
}

/** A header's text; empty when it was not sent. */
export function header(request: Request, name: string): string {
  const value = request.message.headers[name];
  return typeof value === 'string' ? value : '';
}

/**
 * Reads the whole body.
 * @param limit bytes
 * @throws CloudError EXCEED_MAX_PAYLOAD_SIZE when it is larger
 */
export async function readBody(request: Request, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.message) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    size += bytes.length;
    // Read on without keeping: a client that is still sending would not hear an early answer.
    if (size <= limit) chunks.push(bytes);
  }
  if (size <= limit) return Buffer.concat(chunks);
  const megabytes = Math.floor(limit / 1024 / 1024);
  throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', `the request is larger than ${megabytes} MB`);
}

/** Reads a JSON body; an empty one is `{}`. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const body = await readBody(request, limit);
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return value;
  } catch {
    throw new CloudError('INVALID_PARAM', 'the request body is no JSON');
  }
}
