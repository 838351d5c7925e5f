import { CloudError } from '../errors';
import { contentTypeOf } from '../storage/paths';
import { failureOf, type Reply } from './reply';
import { header, type Request } from './request';
import type { Services } from './services';

/** Answers `/storage/<path>`: bytes behind temporary URLs, and the SDK's uploads. */
export async function files(services: Services, request: Request): Promise<Reply> {
  const path = request.rest.join('/');
  try {
    if (request.method === 'PUT') return await put(services, request, path);
    if (request.method === 'GET' || request.method === 'HEAD') return get(services, request, path);
    throw new CloudError('MethodNotAllowed', request.method);
  } catch (error) {
    const { code, message } = failureOf(error, services.log);
    return xmlError(code === 'STORAGE_FILE_NONEXIST' ? 404 : 403, code, message);
  }
}

async function put(services: Services, request: Request, path: string): Promise<Reply> {
  if (!services.storage.allowsPut(path, header(request, 'authorization'))) {
    throw new CloudError('SignatureDoesNotMatch', 'the upload is not signed for this path');
  }
  await services.storage.write(path, request.message, '');
  return { status: 200, headers: { etag: '"local"' }, body: '' };
}

function get(services: Services, request: Request, path: string): Reply {
  const until = Number(request.query.get('t') ?? Number.NaN);
  if (!services.storage.allowsGet(path, until, request.query.get('sign') ?? '')) {
    throw new CloudError('AccessDenied', 'the URL has expired or was not signed');
  }
  const row = services.storage.file(path);
  if (row === undefined) throw new CloudError('STORAGE_FILE_NONEXIST', `no file ${path}`);
  return {
    status: 200,
    headers: { 'content-type': contentTypeOf(path), 'cache-control': 'no-store' },
    body: { stream: services.storage.read(row), size: row.size },
  };
}

/** An error as the object storage answers it; the SDK reads all four elements. */
function xmlError(status: number, code: string, message: string): Reply {
  const safe = (text: string): string =>
    text.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
  const body =
    `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${safe(code)}</Code>` +
    `<Message>${safe(message)}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
