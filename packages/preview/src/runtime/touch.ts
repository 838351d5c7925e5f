import type { Rect } from './host';

/** A finger as WeChat's events describe it. */
export interface Touch {
  readonly identifier: number;
  readonly pageX: number;
  readonly pageY: number;
  readonly clientX: number;
  readonly clientY: number;
  readonly force: number;
}

/** A place in the browser's window. */
export interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** Translates places of the window to the visible area of pages, and to the scrolled page. */
export class Coordinates {
  constructor(
    private readonly port: () => Rect,
    private readonly scrollTop: () => number,
  ) {}

  touch(point: Point, identifier: number, force = 1): Touch {
    const port = this.port();
    const clientX = point.clientX - port.left;
    const clientY = point.clientY - port.top;
    const pageY = clientY + this.scrollTop();
    return { identifier, pageX: clientX, pageY, clientX, clientY, force };
  }

  /** `detail` of a tap. */
  spot(point: Point): { x: number; y: number } {
    const { pageX, pageY } = this.touch(point, 0);
    return { x: pageX, y: pageY };
  }
}
