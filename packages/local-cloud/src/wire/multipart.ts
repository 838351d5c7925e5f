import { CloudError } from '../errors';

/** The fields of a multipart form by name, as raw bytes. */
type FormFields = Map<string, Buffer>;

const LINE = '\r\n';

/**
 * Reads a `multipart/form-data` body.
 * @param contentType the request's header, which names the boundary
 * @throws CloudError INVALID_PARAM when the boundary is missing or a part is broken
 */
export function readMultipart(body: Buffer, contentType: string): FormFields {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw broken('the boundary is missing');
  const mark = Buffer.from(`--${boundary}`);
  const fields: FormFields = new Map();
  let from = body.indexOf(mark);
  if (from < 0) throw broken('no part found');
  for (;;) {
    const start = from + mark.length;
    if (body.subarray(start, start + 2).toString('latin1') === '--') return fields;
    const end = body.indexOf(mark, start);
    const head = body.indexOf(`${LINE}${LINE}`, start);
    if (end < 0 || head < 0 || head > end) throw broken('a part is not closed');
    const name = /name="([^"]*)"/.exec(body.subarray(start, head).toString('utf8'))?.[1];
    if (name === undefined) throw broken('a part has no name');
    fields.set(name, body.subarray(head + 4, end - LINE.length));
    from = end;
  }
}

function broken(why: string): CloudError {
  return new CloudError('INVALID_PARAM', `the multipart form cannot be read: ${why}`);
}
