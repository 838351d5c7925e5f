import { ApiError } from './api';
import { md5 } from './md5';

/** Data as a project writes it, as bytes. Encodings are WeChat's names. */
export function encodeData(data: unknown, encoding: string): Uint8Array<ArrayBuffer> {
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0));
  if (ArrayBuffer.isView(data)) {
    return new Uint8Array(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  if (typeof data !== 'string')
    throw new ApiError('parameter error: data should be String or ArrayBuffer');
  switch (encoding) {
    case 'utf8':
    case 'utf-8':
      return new Uint8Array(new TextEncoder().encode(data));
    case 'base64':
      return fromBinary(atob(data));
    case 'hex':
      return new Uint8Array((data.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
    case 'ascii':
    case 'binary':
    case 'latin1':
      return fromBinary(data);
    default:
      throw new ApiError(`invalid encoding "${encoding}"`);
  }
}

function fromBinary(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
}

/** Bytes as a project reads them: an ArrayBuffer unless an encoding is named. */
export function decodeBytes(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: unknown,
): string | ArrayBuffer {
  switch (encoding) {
    case undefined:
      return bytes.slice().buffer;
    case 'utf8':
    case 'utf-8':
      return new TextDecoder().decode(bytes);
    case 'base64':
      return btoa(toBinary(bytes));
    case 'hex':
      return hexOf(bytes);
    case 'ascii':
    case 'binary':
    case 'latin1':
      return toBinary(bytes);
    default:
      throw new ApiError(`invalid encoding "${String(encoding)}"`);
  }
}

function toBinary(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** wx.getFileInfo's digest in hexadecimal: md5, sha1 or sha256. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>, algorithm: string): Promise<string> {
  switch (algorithm) {
    case 'md5':
      return md5(bytes);
    case 'sha1':
      return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-1', bytes)));
    case 'sha256':
      return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
    default:
      throw new ApiError(`invalid digestAlgorithm "${algorithm}"`);
  }
}
