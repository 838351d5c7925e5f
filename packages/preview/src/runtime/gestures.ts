import type { Builtins } from './builtin';
import { dispatch, type EngineElement, elementAt } from './engine';
import type { Rect } from './host';
import { Taps } from './taps';
import { Coordinates, type Point, type Touch } from './touch';

/** A finger may wander this far (px) and still tap. */
const TAP_DISTANCE = 10;
const LONG_PRESS_MS = 350;
/** After a touch, browsers repeat it as mouse events. */
const MOUSE_ECHO_MS = 800;
/** The mouse among the fingers. */
const MOUSE = -1;

interface Press {
  readonly target: EngineElement;
  readonly node: Element;
  readonly start: Point;
  moved: boolean;
  longPressed: boolean;
  readonly timer: ReturnType<typeof setTimeout>;
}

export interface GestureSurroundings {
  /** The visible area of pages: coordinates count from its top left corner. */
  readonly port: () => Rect;
  readonly scrollTop: () => number;
  readonly builtins: Builtins;
  readonly guard: (run: () => void) => void;
  /** Vertical drag of the whole page from its top, for pull-down refresh. */
  readonly pulled: (distance: number, ended: boolean) => void;
}

/** Turns touches, mouse and keyboard on the phone's screen into WeChat's touch and tap events. */
export class Gestures {
  private readonly presses = new Map<number, Press>();
  private readonly coordinates: Coordinates;
  private readonly taps: Taps;
  private lastTouch = Number.NEGATIVE_INFINITY;

  constructor(
    screen: HTMLElement,
    private readonly around: GestureSurroundings,
  ) {
    this.coordinates = new Coordinates(around.port, around.scrollTop);
    this.taps = new Taps(this.coordinates, around.builtins, around.guard);
    const touch = { passive: false, capture: true } as const;
    for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
      screen.addEventListener(type, (event) => this.touched(type, event), touch);
    }
    screen.addEventListener('mousedown', (event) => this.mouse('touchstart', event), true);
    window.addEventListener('mousemove', (event) => this.mouse('touchmove', event), true);
    window.addEventListener('mouseup', (event) => this.mouse('touchend', event), true);
    screen.addEventListener('click', (event) => this.taps.clicked(event));
    screen.addEventListener('keydown', (event) => this.taps.keyed(event));
  }

  inTap(): boolean {
    return this.taps.inTap();
  }

  private touched(type: string, event: TouchEvent): void {
    this.lastTouch = performance.now();
    const touches = [...event.touches].map((touch) =>
      this.coordinates.touch(touch, touch.identifier, touch.force),
    );
    for (const changed of event.changedTouches) {
      this.step(type, changed.identifier, changed, event, touches);
    }
  }

  private mouse(type: string, event: MouseEvent): void {
    if (performance.now() - this.lastTouch < MOUSE_ECHO_MS) return;
    if (type === 'touchstart' && event.button !== 0) return;
    if (type !== 'touchstart' && !this.presses.has(MOUSE)) return;
    const touches = type === 'touchend' ? [] : [this.coordinates.touch(event, MOUSE)];
    this.step(type, MOUSE, event, event, touches);
  }

  private step(
    type: string,
    id: number,
    point: Point,
    original: UIEvent,
    touches: readonly Touch[],
  ): void {
    if (type === 'touchstart') this.press(id, point, original);
    const press = this.presses.get(id);
    if (!press) return;
    if (type === 'touchmove') this.move(press, point);
    const extra = { touches, changedTouches: [this.coordinates.touch(point, id)] };
    this.around.guard(() => {
      const { defaultPrevented } = dispatch(press.target, type, {}, { original, extra });
      if (type !== 'touchmove') return;
      if (defaultPrevented && original.cancelable) original.preventDefault();
      else this.pull(press, point, false);
    });
    if (type === 'touchend' || type === 'touchcancel') {
      this.release(id, press, point, type === 'touchend', original);
    }
  }

  private press(id: number, point: Point, original: UIEvent): void {
    const node = original.target instanceof Element ? original.target : null;
    const target = elementAt(node);
    if (!node || !target) return;
    const timer = setTimeout(() => this.longPress(id, original), LONG_PRESS_MS);
    const start = { clientX: point.clientX, clientY: point.clientY };
    this.presses.set(id, { target, node, start, moved: false, longPressed: false, timer });
  }

  private move(press: Press, point: Point): void {
    const { clientX, clientY } = press.start;
    const far = Math.hypot(point.clientX - clientX, point.clientY - clientY) > TAP_DISTANCE;
    if (!far || press.moved) return;
    press.moved = true;
    clearTimeout(press.timer);
  }

  private pull(press: Press, point: Point, ended: boolean): void {
    const down = point.clientY - press.start.clientY;
    const aside = Math.abs(point.clientX - press.start.clientX);
    if (press.moved && down > aside) this.around.pulled(down, ended);
  }

  private release(
    id: number,
    press: Press,
    point: Point,
    completed: boolean,
    original: UIEvent,
  ): void {
    clearTimeout(press.timer);
    this.presses.delete(id);
    this.pull(press, point, true);
    if (completed && !press.moved && !press.longPressed) {
      this.taps.tap(press.target, press.node, press.start, original);
    }
  }

  private longPress(id: number, original: UIEvent): void {
    const press = this.presses.get(id);
    if (!press) return;
    const touches = [this.coordinates.touch(press.start, id)];
    const options = { original, extra: { touches, changedTouches: touches } };
    const detail = this.coordinates.spot(press.start);
    this.around.guard(() => {
      press.longPressed = dispatch(press.target, 'longpress', detail, options).heard;
      dispatch(press.target, 'longtap', detail, options);
    });
  }
}
