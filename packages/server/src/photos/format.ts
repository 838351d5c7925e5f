/** What an uploaded file is by its content; the name and the phone's word count for nothing. */
export interface Format {
  readonly type: 'jpeg' | 'png' | 'webp';
  readonly width: number;
  readonly height: number;
  /** Whether the file is all there: decoders fill a missing rest with grey and say nothing. */
  readonly complete: boolean;
}

export type Recognised = Format | 'heic' | undefined;

/** Recognises JPEG, PNG and WebP, and HEIC in order to refuse it kindly. */
export const recognise = (bytes: Buffer): Recognised => {
  if (bytes.length < 16) return undefined;
  if (bytes.readUInt16BE(0) === 0xffd8) return jpeg(bytes);
  if (bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return png(bytes);
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return webp(bytes);
  if (ascii(bytes, 4, 8) === 'ftyp' && HEIC_BRANDS.test(ascii(bytes, 8, 32))) return 'heic';
  return undefined;
};

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const HEIC_BRANDS = /hei[cmsx]|hev[cmsx]|mif1|msf1|avif/;

const ascii = (bytes: Buffer, from: number, to: number): string =>
  bytes.subarray(from, to).toString('latin1');

const EOI = 0xd9;
const SOS = 0xda;
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const jpeg = (bytes: Buffer): Format | undefined => {
  let size = { width: 0, height: 0 };
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return { type: 'jpeg', ...size, complete: false };
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) return { type: 'jpeg', ...size, complete: size.width > 0 };
    const length = bytes.readUInt16BE(at + 2);
    if (isFrame(marker) && at + 9 <= bytes.length) {
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    at += 2 + length;
    if (marker === SOS) at = endOfScan(bytes, at);
  }
  // The end marker may be the very last two bytes.
  const complete = size.width > 0 && bytes.readUInt16BE(bytes.length - 2) === 0xffd9;
  return { type: 'jpeg', ...size, complete };
};

/** Where the coded data of a scan gives way to the next marker. */
const endOfScan = (bytes: Buffer, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    const coded = next === 0x00 || (next >= 0xd0 && next <= 0xd7);
    if (!coded && next !== 0xff) return at;
  }
  return bytes.length;
};

const png = (bytes: Buffer): Format | undefined => {
  if (bytes.length < 24 || ascii(bytes, 12, 16) !== 'IHDR') return undefined;
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (ascii(bytes, at + 4, at + 8) === 'IEND') return { type: 'png', ...size, complete: true };
    at += 12 + length;
  }
  return { type: 'png', ...size, complete: false };
};

const webp = (bytes: Buffer): Format | undefined => {
  if (bytes.length < 30) return undefined;
  const complete = bytes.readUInt32LE(4) + 8 <= bytes.length;
  const sized = (width: number, height: number): Format => ({
    type: 'webp',
    width,
    height,
    complete,
  });
  switch (ascii(bytes, 12, 16)) {
    case 'VP8 ':
      return sized(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return sized((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
    }
    case 'VP8X':
      return sized(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1);
    default:
      return undefined;
  }
};
