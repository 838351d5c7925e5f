import { CloudError } from '../errors';

/** One field of a protobuf message: bytes for texts, bytes and messages, a number for varints. */
interface Field {
  readonly number: number;
  readonly value: Buffer | number;
}

/** Reads the fields of a message, in order. Only varints and length-delimited fields occur here. */
function fieldsOf(message: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = (): number => {
    let result = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = message[at];
      if (byte === undefined) break;
      at += 1;
      result += (byte & 127) * 2 ** shift;
      if (byte < 128) return result;
    }
    throw new CloudError('INVALID_PARAM', 'the protobuf message is cut short');
  };
  while (at < message.length) {
    const tag = varint();
    const kind = tag & 7;
    if (kind === 0) fields.push({ number: tag >>> 3, value: varint() });
    else if (kind === 2) {
      const length = varint();
      if (at + length > message.length) {
        throw new CloudError('INVALID_PARAM', 'the protobuf message is cut short');
      }
      fields.push({ number: tag >>> 3, value: message.subarray(at, at + length) });
      at += length;
    } else throw new CloudError('INVALID_PARAM', `protobuf wire type ${kind} is not supported`);
  }
  return fields;
}

function bytesAt(fields: readonly Field[], number: number): Buffer | undefined {
  const found = fields.find((field) => field.number === number)?.value;
  return Buffer.isBuffer(found) ? found : undefined;
}

/**
 * Reads the arguments of an open API in its buffer form:
 * `{ apiType = 1, openapiData = 2 { repeated pairs = 1 { key = 1, value = 2 } } }`.
 * The values are JSON; what is no JSON is a file and stays bytes.
 */
export function readOpenApiArguments(message: Buffer): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const data = bytesAt(fieldsOf(message), 2);
  if (data === undefined) return result;
  for (const { number, value } of fieldsOf(data)) {
    if (number !== 1 || !Buffer.isBuffer(value)) continue;
    const pair = fieldsOf(value);
    const key = bytesAt(pair, 1)?.toString('utf8');
    const content = bytesAt(pair, 2);
    if (key === undefined || content === undefined) continue;
    result[key] = jsonOrBytes(content);
  }
  return result;
}

function jsonOrBytes(content: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(content.toString('utf8'));
    return value;
  } catch {
    return content;
  }
}

function lengthOf(size: number): Buffer {
  const bytes: number[] = [];
  let rest = size;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Buffer.from(bytes);
}

/** Writes an open API's answer: `{ respData = 1, contentType = 2 }`. */
export function writeOpenApiAnswer(body: Buffer, contentType: string): Buffer {
  const type = Buffer.from(contentType);
  return Buffer.concat([
    Buffer.from([(1 << 3) | 2]),
    lengthOf(body.length),
    body,
    Buffer.from([(2 << 3) | 2]),
    lengthOf(type.length),
    type,
  ]);
}
