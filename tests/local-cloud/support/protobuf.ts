/** The buffer form of open APIs, written and read as wx-server-sdk's messages are laid out. */

function field(number: number, content: Buffer): Buffer {
  if (content.length > 127) throw new Error('the test needs short values only');
  return Buffer.concat([Buffer.from([(number << 3) | 2, content.length]), content]);
}

/** `{ apiType = 1: OPEN_API, openapiData = 2: { pairs = 1: { key = 1, value = 2: JSON } } }` */
export function openApiArguments(args: object): Buffer {
  const pairs = Object.entries(args).map(([key, value]) => {
    const pair = [field(1, Buffer.from(key)), field(2, Buffer.from(JSON.stringify(value)))];
    return field(1, Buffer.concat(pair));
  });
  return Buffer.concat([Buffer.from([1 << 3, 0]), field(2, Buffer.concat(pairs))]);
}

/** `{ respData = 1, contentType = 2 }` */
export function openApiAnswer(message: Buffer): { content: Buffer; type: string } {
  let at = 0;
  const next = (): Buffer => {
    at += 1;
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = message.readUInt8(at);
      at += 1;
      length += (byte & 127) << shift;
      if (byte < 128) break;
    }
    at += length;
    return message.subarray(at - length, at);
  };
  const content = next();
  return { content, type: next().toString() };
}
