import { ok, type Refusal, type Result, refuse } from '@anshao/core';
import { recognise } from './format';

/** Decoded pixels must fit into the function's memory twice: once more for turning them. */
const MOST_PIXELS = 26_000_000;
const QUALITY = 86;
const THUMB_QUALITY = 74;
const THUMB_EDGE = 320;

export interface CleanPhoto {
  readonly photo: Buffer;
  readonly thumb: Buffer;
}

/**
 * Draws a photo anew: turned upright, then only its pixels are encoded, so that nothing the phone
 * wrote beside them is left. One kind of file comes out: JPEG.
 * Errors: PHOTO_TYPE, PHOTO_HEIC, PHOTO_TOO_BIG, PHOTO_CHANGED (a part is missing).
 */
export const cleanPhoto = async (original: Buffer): Promise<Result<CleanPhoto>> => {
  const problem = problemOf(original);
  if (problem !== undefined) return { ok: false, error: problem };
  // 18 MB of native code: loaded by the function that cleans photos, when it first does.
  const { Transformer, ResizeFit } = await import('@napi-rs/image');
  try {
    const photo = await new Transformer(original).rotate().jpeg(QUALITY);
    const small = { width: THUMB_EDGE, height: THUMB_EDGE, fit: ResizeFit.Inside };
    const format = recognise(photo);
    const large = typeof format === 'object' && Math.max(format.width, format.height) > THUMB_EDGE;
    const image = new Transformer(photo);
    const thumb = await (large ? image.resize(small) : image).jpeg(THUMB_QUALITY);
    return ok({ photo, thumb });
  } catch {
    // The header looked right, the decoder says otherwise.
    return refuse('PHOTO_TYPE');
  }
};

const problemOf = (original: Buffer): Refusal | undefined => {
  const format = recognise(original);
  if (format === undefined) return { code: 'PHOTO_TYPE' };
  if (format === 'heic') return { code: 'PHOTO_HEIC' };
  if (!format.complete) return { code: 'PHOTO_CHANGED' };
  return format.width * format.height > MOST_PIXELS ? { code: 'PHOTO_TOO_BIG' } : undefined;
};
