import { cleanPhoto } from '@anshao/server/photos/clean';
import { recognise } from '@anshao/server/photos/format';
import { describe, expect, test } from '@jest/globals';
import exifr from 'exifr';
import fc from 'fast-check';
import {
  aHeic,
  aPhoneJpeg,
  aPhonePng,
  aPhoneWebp,
  jpegParts,
  LEFT_BEHIND,
} from '../../builders/server-photos';

const cleaned = async (original: Buffer) => {
  const result = await cleanPhoto(original);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const everything = { tiff: true, exif: true, gps: true, xmp: true, iptc: true, icc: true };

describe('what a phone wrote beside the picture', () => {
  test('is there before: the builders really put it in', async () => {
    const before = await exifr.parse(await aPhoneJpeg(), { gps: true });
    expect(before).toMatchObject({ Make: LEFT_BEHIND, latitude: expect.closeTo(34.258, 2) });
    for (const photo of [await aPhonePng(), await aPhoneWebp()]) {
      expect(photo.includes(LEFT_BEHIND)).toBe(true);
    }
  });

  test.each([
    ['JPEG', aPhoneJpeg],
    ['PNG', aPhonePng],
    ['WebP', aPhoneWebp],
  ])('is gone from a %s, photo and thumbnail, byte by byte', async (_, make) => {
    const { photo, thumb } = await cleaned(await make());
    for (const bytes of [photo, thumb]) {
      expect(await exifr.parse(bytes, everything)).toBeUndefined();
      expect(bytes.includes(LEFT_BEHIND)).toBe(false);
      const { segments, trailing } = jpegParts(bytes);
      // APP0 (JFIF) says nothing but the density; APP1–APP15 and comments must not be there.
      expect(
        segments.filter((marker) => marker > 0xe0 && marker !== 0xfe && marker < 0xf0),
      ).toEqual([]);
      expect(segments).not.toContain(0xfe);
      expect(trailing).toBe(0);
    }
  });

  test('the picture stands upright although its orientation is gone', async () => {
    const { photo, thumb } = await cleaned(await aPhoneJpeg({ width: 400, height: 260 }));
    expect(recognise(photo)).toMatchObject({ type: 'jpeg', width: 260, height: 400 });
    expect(recognise(thumb)).toMatchObject({ width: 208, height: 320 });
  });
});

describe('what is no whole photo', () => {
  test.each([
    ['JPEG', aPhoneJpeg],
    ['PNG', aPhonePng],
    ['WebP', aPhoneWebp],
  ])('a %s that breaks off anywhere is refused', async (_, make) => {
    const whole = await make();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 40, max: whole.length - 700 }), async (length) => {
        const result = await cleanPhoto(whole.subarray(0, length));
        return !result.ok;
      }),
      { numRuns: 25 },
    );
  });

  test('an iPhone’s format is refused by its own name', async () => {
    expect(await cleanPhoto(aHeic())).toMatchObject({ error: { code: 'PHOTO_HEIC' } });
  });

  test('anything else is no photo, whatever it is called', async () => {
    const code = (text: string) => cleanPhoto(Buffer.from(text.repeat(20)));
    expect(await code('<script>alert(1)</script>')).toMatchObject({
      error: { code: 'PHOTO_TYPE' },
    });
    expect(await cleanPhoto(Buffer.alloc(0))).toMatchObject({ error: { code: 'PHOTO_TYPE' } });
  });

  test('random bytes never throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('ffd8ffe0', '89504e470d0a1a0a', '52494646ffffffff57454250'),
        fc.uint8Array({ maxLength: 300 }),
        async (magic, rest) => {
          const result = await cleanPhoto(Buffer.concat([Buffer.from(magic, 'hex'), rest]));
          return !result.ok;
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a picture that would not fit into memory is refused before it is decoded', async () => {
    const small = await aPhonePng();
    const huge = Buffer.from(small);
    huge.writeUInt32BE(30_000, 16);
    huge.writeUInt32BE(30_000, 20);
    expect(await cleanPhoto(huge)).toMatchObject({ error: { code: 'PHOTO_TOO_BIG' } });
  });
});
