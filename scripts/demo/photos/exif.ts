/**
 * Gives a JPEG what a phone would: an APP1 segment with make, model, time and GPS position, so
 * that the demonstration shows that none of it is left once a photo has been stored.
 */
export interface PhoneData {
  readonly make: string;
  readonly model: string;
  /** 'YYYY:MM:DD HH:MM:SS' */
  readonly taken: string;
  readonly latitude: number;
  readonly longitude: number;
}

type Value = { readonly type: number; readonly count: number; readonly bytes: Uint8Array };
type Entry = readonly [tag: number, value: Value];

const TYPE_ASCII = 2;
const TYPE_LONG = 4;
const TYPE_RATIONAL = 5;
const TAG_GPS_IFD = 0x8825;

export const withPhoneData = (jpeg: Uint8Array, data: PhoneData): Uint8Array => {
  const tiff = tiffOf(data);
  const body = concat([ascii('Exif\0\0').bytes, tiff]);
  const length = body.length + 2;
  const header = Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff);
  return concat([jpeg.subarray(0, 2), header, body, jpeg.subarray(2)]);
};

const tiffOf = (data: PhoneData): Uint8Array => {
  const main: Entry[] = [
    [0x010f, ascii(`${data.make}\0`)],
    [0x0110, ascii(`${data.model}\0`)],
    [0x0132, ascii(`${data.taken}\0`)],
    [TAG_GPS_IFD, long(0)],
  ];
  const gps: Entry[] = [
    [1, ascii(data.latitude >= 0 ? 'N\0' : 'S\0')],
    [2, degrees(data.latitude)],
    [3, ascii(data.longitude >= 0 ? 'E\0' : 'W\0')],
    [4, degrees(data.longitude)],
  ];
  const head = Uint8Array.of(0x4d, 0x4d, 0, 42, 0, 0, 0, 8);
  const gpsAt = 8 + ifd(main, 8).length;
  const located = main.map(
    ([tag, value]): Entry => [tag, tag === TAG_GPS_IFD ? long(gpsAt) : value],
  );
  return concat([head, ifd(located, 8), ifd(gps, gpsAt)]);
};

/** One directory: its entries, then the values that do not fit into four bytes. */
const ifd = (entries: readonly Entry[], at: number): Uint8Array => {
  const tableLength = 2 + entries.length * 12 + 4;
  const rows: Uint8Array[] = [];
  const values: Uint8Array[] = [];
  let valuesAt = at + tableLength;
  for (const [tag, value] of entries) {
    const row = new DataView(new ArrayBuffer(12));
    row.setUint16(0, tag);
    row.setUint16(2, value.type);
    row.setUint32(4, value.count);
    if (value.bytes.length <= 4) {
      value.bytes.forEach((byte, i) => {
        row.setUint8(8 + i, byte);
      });
    } else {
      row.setUint32(8, valuesAt);
      values.push(value.bytes);
      valuesAt += value.bytes.length;
    }
    rows.push(new Uint8Array(row.buffer));
  }
  const count = Uint8Array.of(entries.length >> 8, entries.length & 0xff);
  return concat([count, ...rows, new Uint8Array(4), ...values]);
};

const ascii = (text: string): Value => ({
  type: TYPE_ASCII,
  count: text.length,
  bytes: Uint8Array.from(text, (char) => char.charCodeAt(0)),
});

const long = (value: number): Value => {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value);
  return { type: TYPE_LONG, count: 1, bytes: new Uint8Array(view.buffer) };
};

/** Degrees, minutes and hundredths of seconds as three fractions. */
const degrees = (value: number): Value => {
  const total = Math.round(Math.abs(value) * 360_000);
  const parts = [
    [Math.floor(total / 360_000), 1],
    [Math.floor((total % 360_000) / 6_000), 1],
    [total % 6_000, 100],
  ] as const;
  const view = new DataView(new ArrayBuffer(24));
  parts.forEach(([top, bottom], i) => {
    view.setUint32(i * 8, top);
    view.setUint32(i * 8 + 4, bottom);
  });
  return { type: TYPE_RATIONAL, count: 3, bytes: new Uint8Array(view.buffer) };
};

const concat = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};
