import { Transformer } from '@napi-rs/image';

/** A text that a phone might have left in a photo: no byte of it may come out again. */
export const LEFT_BEHIND = 'HUAWEI-P60-SERIAL-8823';

const WIDTH = 400;
const HEIGHT = 260;

/** Noise rather than one colour: what is cut off must not decode to the same picture. */
const pixels = (width: number, height: number): Transformer => {
  const rgba = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    rgba[i * 4] = (i * 31) % 256;
    rgba[i * 4 + 1] = (i * 17) % 253;
    rgba[i * 4 + 2] = (i % width) % 256;
    rgba[i * 4 + 3] = 255;
  }
  return Transformer.fromRgbaPixels(rgba, width, height);
};

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
};
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** One entry of a TIFF directory: tag, type, count, value or offset. */
const entry = (tag: number, type: number, count: number, value: Buffer): Buffer =>
  Buffer.concat([u16(tag), u16(type), u32(count), value, Buffer.alloc(4 - value.length)]);

const ASCII = 2;
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;

/** EXIF as a phone writes it: maker, orientation 6 (lies on its side), GPS of a place. */
const exif = (): Buffer => {
  const make = ascii(`${LEFT_BEHIND}\0`);
  const ifd0At = 8;
  const makeAt = ifd0At + 2 + 3 * 12 + 4;
  const gpsAt = makeAt + make.length + (make.length % 2);
  const latitudeAt = gpsAt + 2 + 4 * 12 + 4;
  const ifd0 = Buffer.concat([
    u16(3),
    entry(0x010f, ASCII, make.length, u32(makeAt)),
    entry(0x0112, SHORT, 1, u16(6)),
    entry(0x8825, LONG, 1, u32(gpsAt)),
    u32(0),
  ]);
  const gps = Buffer.concat([
    u16(4),
    entry(0x0001, ASCII, 2, ascii('N\0')),
    entry(0x0002, RATIONAL, 3, u32(latitudeAt)),
    entry(0x0003, ASCII, 2, ascii('E\0')),
    entry(0x0004, RATIONAL, 3, u32(latitudeAt + 24)),
    u32(0),
  ]);
  const degrees = (d: number, m: number, s: number) => Buffer.concat([d, 1, m, 1, s, 1].map(u32));
  const padding = Buffer.alloc(make.length % 2);
  return Buffer.concat([
    ascii('Exif\0\0'),
    ascii('MM\0*'),
    u32(ifd0At),
    ifd0,
    make,
    padding,
    gps,
    degrees(34, 15, 30),
    degrees(108, 56, 20),
  ]);
};

const segment = (marker: number, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body]);

/** A JPEG with EXIF, GPS, XMP, IPTC, a comment, a colour profile's text and bytes after its end. */
export const aPhoneJpeg = async (size = { width: WIDTH, height: HEIGHT }): Promise<Buffer> => {
  const plain = await pixels(size.width, size.height).jpeg(85);
  const xmp = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${LEFT_BEHIND}</x:xmpmeta>`;
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, exif()),
    segment(0xe1, ascii(xmp)),
    segment(0xed, ascii(`Photoshop 3.0\0${LEFT_BEHIND}`)),
    segment(0xe2, ascii(`ICC_PROFILE\0\x01\x01${LEFT_BEHIND}`)),
    segment(0xfe, ascii(LEFT_BEHIND)),
    plain.subarray(2),
    ascii(`MotionPhoto ${LEFT_BEHIND}`),
  ]);
};

const crc = (bytes: Buffer): number => {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
};

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([ascii(type), body]);
  return Buffer.concat([u32(body.length), named, u32(crc(named))]);
};

/** A PNG with text and EXIF chunks and bytes after its end. */
export const aPhonePng = async (): Promise<Buffer> => {
  const plain = await pixels(WIDTH, HEIGHT).png();
  const afterHeader = 8 + 12 + 13;
  return Buffer.concat([
    plain.subarray(0, afterHeader),
    chunk('tEXt', ascii(`Author\0${LEFT_BEHIND}`)),
    chunk('eXIf', exif().subarray(6)),
    plain.subarray(afterHeader),
    ascii(LEFT_BEHIND),
  ]);
};

const riff = (type: string, body: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([ascii(type), size, body, Buffer.alloc(body.length % 2)]);
};

/** An extended WebP with EXIF and XMP chunks. */
export const aPhoneWebp = async (): Promise<Buffer> => {
  const plain = await pixels(WIDTH, HEIGHT).webp(80);
  const picture = plain.subarray(12);
  const header = Buffer.alloc(10);
  header[0] = 0x08 | 0x04;
  header.writeUIntLE(WIDTH - 1, 4, 3);
  header.writeUIntLE(HEIGHT - 1, 7, 3);
  const body = Buffer.concat([
    ascii('WEBP'),
    riff('VP8X', header),
    picture,
    riff('EXIF', exif().subarray(6)),
    riff('XMP ', ascii(`<x:xmpmeta>${LEFT_BEHIND}</x:xmpmeta>`)),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([ascii('RIFF'), size, body]);
};

/** The first bytes of an iPhone's photo. */
export const aHeic = (): Buffer =>
  Buffer.concat([u32(24), ascii('ftypheic'), u32(0), ascii('mif1heic'), Buffer.alloc(64)]);

/** The names of a JPEG's segments before its first scan, and whether anything follows its end. */
export const jpegParts = (bytes: Buffer): { segments: number[]; trailing: number } => {
  const segments: number[] = [];
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    segments.push(marker);
    if (marker === 0xda) break;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
  return { segments, trailing: bytes.length - end - 2 };
};
