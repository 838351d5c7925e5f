import { Transformer } from '@napi-rs/image';

export type Rgb = readonly [number, number, number];

/** A small canvas: enough to draw a workshop so that no photo has to be fetched or shipped. */
export class Raster {
  readonly pixels: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
    background: Rgb,
  ) {
    this.pixels = new Uint8Array(width * height * 4);
    this.rect(0, 0, width, height, background);
  }

  rect(x: number, y: number, w: number, h: number, color: Rgb): this {
    const [x1, y1] = [Math.min(this.width, x + w), Math.min(this.height, y + h)];
    for (let row = Math.max(0, y); row < y1; row++) {
      for (let col = Math.max(0, x); col < x1; col++) this.plot(col, row, color);
    }
    return this;
  }

  frame(x: number, y: number, w: number, h: number, line: number, color: Rgb): this {
    return this.rect(x, y, w, line, color)
      .rect(x, y + h - line, w, line, color)
      .rect(x, y, line, h, color)
      .rect(x + w - line, y, line, h, color);
  }

  circle(cx: number, cy: number, r: number, color: Rgb): this {
    for (let y = -r; y <= r; y++) {
      const half = Math.floor(Math.sqrt(r * r - y * y));
      this.rect(cx - half, cy + y, half * 2, 1, color);
    }
    return this;
  }

  /** A thick line, as a cable or a ladder's rail. */
  line(x0: number, y0: number, x1: number, y1: number, thick: number, color: Rgb): this {
    const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1);
    for (let i = 0; i <= steps; i += 1) {
      const x = Math.round(x0 + ((x1 - x0) * i) / steps);
      const y = Math.round(y0 + ((y1 - y0) * i) / steps);
      this.rect(x - (thick >> 1), y - (thick >> 1), thick, thick, color);
    }
    return this;
  }

  /** Black and yellow tape. */
  tape(x: number, y: number, w: number, h: number): this {
    for (let col = 0; col < w; col++) {
      for (let row = 0; row < h; row++) {
        const dark = Math.floor((col + row) / h) % 2 === 0;
        this.plot(x + col, y + row, dark ? [26, 26, 26] : [255, 196, 0]);
      }
    }
    return this;
  }

  /** Grain and a darker rim, so that a drawing compresses and looks like a photo from a phone. */
  grain(random: () => number): this {
    const [cx, cy] = [this.width / 2, this.height / 2];
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) {
        const rim = 1 - 0.35 * (((x - cx) / cx) ** 2 + ((y - cy) / cy) ** 2) * 0.5;
        const noise = (random() - 0.5) * 14;
        const at = (y * this.width + x) * 4;
        for (let c = 0; c < 3; c++) {
          const value = (this.pixels[at + c] ?? 0) * rim + noise;
          this.pixels[at + c] = Math.max(0, Math.min(255, value));
        }
      }
    }
    return this;
  }

  async jpeg(quality: number): Promise<Uint8Array> {
    return Transformer.fromRgbaPixels(this.pixels, this.width, this.height).jpeg(quality);
  }

  private plot(x: number, y: number, [r, g, b]: Rgb): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    const at = (y * this.width + x) * 4;
    this.pixels[at] = r;
    this.pixels[at + 1] = g;
    this.pixels[at + 2] = b;
    this.pixels[at + 3] = 255;
  }
}
