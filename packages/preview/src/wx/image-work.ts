/** Width and height of a picture, px. Rejects when it is none. */
export async function sizeOfImage(blob: Blob): Promise<{ width: number; height: number }> {
  const bitmap = await createImageBitmap(blob);
  const { width, height } = bitmap;
  bitmap.close();
  return { width, height };
}

export interface Compression {
  /** 0 to 1. */
  readonly quality: number;
  /** Wanted size, px; 0 keeps the ratio, both 0 the size. */
  readonly width: number;
  readonly height: number;
}

/** The picture as a JPEG, smaller by quality and by size. */
export async function compress(blob: Blob, wanted: Compression): Promise<Blob> {
  const bitmap = await createImageBitmap(blob);
  const ratio = bitmap.width / bitmap.height;
  const width = wanted.width || (wanted.height > 0 ? wanted.height * ratio : bitmap.width);
  const height = wanted.height || width / ratio;
  const canvas = new OffscreenCanvas(Math.round(width), Math.round(height));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: wanted.quality });
}
