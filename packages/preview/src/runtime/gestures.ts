import type { Builtins } from './builtin';
import { dispatch, type EngineElement, elementAt } from './engine';
import type { BuiltinNode, Rect } from './host';

/** A finger may wander this far (px) and still tap. */
const TAP_DISTANCE = 10;
const LONG_PRESS_MS = 350;
/** After a touch, browsers repeat it as mouse events. */
const MOUSE_ECHO_MS = 800;

export interface Touch {
  readonly identifier: number;
  readonly pageX: number;
  readonly pageY: number;
  readonly clientX: number;
  readonly clientY: number;
  readonly force: number;
}

interface Press {
  readonly target: EngineElement;
  readonly node: Element;
  readonly x: number;
  readonly y: number;
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

const MOUSE = -1;

/** Turns touches, mouse and keyboard on the phone's screen into WeChat's touch and tap events. */
export class Gestures {
  private readonly presses = new Map<number, Press>();
  private tapping = false;
  private lastTouch = Number.NEGATIVE_INFINITY;
  private lastTap = Number.NEGATIVE_INFINITY;

  constructor(
    screen: HTMLElement,
    private readonly around: GestureSurroundings,
  ) {
    const touch = { passive: false, capture: true } as const;
    for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
      screen.addEventListener(type, (event) => this.touched(type, event), touch);
    }
    screen.addEventListener('mousedown', (event) => this.mouse('touchstart', event), true);
    window.addEventListener('mousemove', (event) => this.mouse('touchmove', event), true);
    window.addEventListener('mouseup', (event) => this.mouse('touchend', event), true);
    screen.addEventListener('click', (event) => this.clicked(event));
    screen.addEventListener('keydown', (event) => this.keyed(event));
  }

  /** True while a tap made by the user is being handled. */
  inTap(): boolean {
    return this.tapping;
  }

  private touched(type: string, event: TouchEvent): void {
    this.lastTouch = performance.now();
    const touches = [...event.touches].map((touch) => this.touch(touch));
    for (const changed of event.changedTouches) {
      this.step(type, changed.identifier, changed, event, touches);
    }
  }

  private mouse(type: string, event: MouseEvent): void {
    if (performance.now() - this.lastTouch < MOUSE_ECHO_MS) return;
    if (type === 'touchstart' && event.button !== 0) return;
    if (type !== 'touchstart' && !this.presses.has(MOUSE)) return;
    const touches = type === 'touchend' ? [] : [this.touch({ ...at(event), identifier: MOUSE })];
    this.step(type, MOUSE, event, event, touches);
  }

  private step(
    type: string,
    id: number,
    point: { readonly clientX: number; readonly clientY: number },
    original: UIEvent,
    touches: readonly Touch[],
  ): void {
    if (type === 'touchstart') this.press(id, point, original);
    const press = this.presses.get(id);
    if (!press) return;
    if (type === 'touchmove') this.move(press, point);
    const changed = [this.touch({ ...at(point), identifier: id })];
    this.around.guard(() => {
      const { defaultPrevented } = dispatch(
        press.target,
        type,
        {},
        {
          original,
          extra: { touches, changedTouches: changed },
        },
      );
      if (defaultPrevented && original.cancelable && type === 'touchmove')
        original.preventDefault();
      else if (type === 'touchmove') this.pull(press, point, false);
    });
    if (type === 'touchend' || type === 'touchcancel')
      this.release(id, press, point, type, original);
  }

  private press(
    id: number,
    point: { readonly clientX: number; readonly clientY: number },
    original: UIEvent,
  ): void {
    const node = original.target instanceof Element ? original.target : null;
    const target = elementAt(node);
    if (!node || !target) return;
    const timer = setTimeout(() => this.longPress(id, original), LONG_PRESS_MS);
    const { clientX: x, clientY: y } = point;
    this.presses.set(id, { target, node, x, y, moved: false, longPressed: false, timer });
  }

  private move(press: Press, point: { readonly clientX: number; readonly clientY: number }): void {
    const far = Math.hypot(point.clientX - press.x, point.clientY - press.y) > TAP_DISTANCE;
    if (!far || press.moved) return;
    press.moved = true;
    clearTimeout(press.timer);
  }

  private pull(
    press: Press,
    point: { readonly clientX: number; readonly clientY: number },
    ended: boolean,
  ): void {
    const down = point.clientY - press.y;
    if (press.moved && down > Math.abs(point.clientX - press.x)) this.around.pulled(down, ended);
  }

  private release(
    id: number,
    press: Press,
    point: { readonly clientX: number; readonly clientY: number },
    type: string,
    original: UIEvent,
  ): void {
    clearTimeout(press.timer);
    this.presses.delete(id);
    this.pull(press, point, true);
    if (type === 'touchend' && !press.moved && !press.longPressed) {
      this.tap(press.target, press.node, press, original);
    }
  }

  private longPress(id: number, original: UIEvent): void {
    const press = this.presses.get(id);
    if (!press) return;
    const touches = [this.touch({ clientX: press.x, clientY: press.y, identifier: id })];
    const extra = { touches, changedTouches: touches };
    const detail = this.spot(press);
    this.around.guard(() => {
      press.longPressed = dispatch(press.target, 'longpress', detail, { original, extra }).heard;
      dispatch(press.target, 'longtap', detail, { original, extra });
    });
  }

  /** A click without a press before it: assistive technology, or `element.click()`. */
  private clicked(event: MouseEvent): void {
    const node = event.target instanceof Element ? event.target : null;
    if (event.detail !== 0 || performance.now() - this.lastTap < MOUSE_ECHO_MS) return;
    if (node?.closest('input, textarea, select, [contenteditable]')) return;
    this.tapAtCentre(node, event);
  }

  private keyed(event: KeyboardEvent): void {
    const node = event.target instanceof Element ? event.target : null;
    if ((event.key !== 'Enter' && event.key !== ' ') || event.repeat) return;
    if (!node || node.closest('input, textarea, select, button, a, [contenteditable]')) return;
    event.preventDefault();
    this.tapAtCentre(node, event);
  }

  private tapAtCentre(node: Element | null, original: UIEvent): void {
    const target = elementAt(node);
    if (!node || !target) return;
    const rect = node.getBoundingClientRect();
    const centre = { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
    this.tap(target, node, centre, original);
  }

  private tap(
    target: EngineElement,
    node: Element,
    point: { readonly x: number; readonly y: number },
    original: UIEvent,
  ): void {
    const nodes = this.nodesAround(node);
    if (nodes.some((inner) => inner.hooks.blocksTap?.() === true)) return;
    this.lastTap = performance.now();
    const touch = this.touch({ clientX: point.x, clientY: point.y, identifier: 0 });
    this.tapping = true;
    try {
      this.around.guard(() => {
        const { stoppedAt } = dispatch(target, 'tap', this.spot(point), {
          original,
          extra: { touches: [touch], changedTouches: [touch] },
        });
        for (const inner of nodes) {
          if (stoppedAt && !stoppedAt.contains(inner.host)) break;
          this.around.guard(() => inner.hooks.tapped?.(node));
        }
      });
    } finally {
      this.tapping = false;
    }
  }

  /** Built-in components at this place, innermost first. */
  private nodesAround(node: Element): BuiltinNode[] {
    const nodes: BuiltinNode[] = [];
    for (let at: Element | null = node; at; at = at.parentElement) {
      const found = this.around.builtins.nodeOf(at);
      if (found) nodes.push(found);
    }
    return nodes;
  }

  private spot(point: { readonly x: number; readonly y: number }): { x: number; y: number } {
    const port = this.around.port();
    return { x: point.x - port.left, y: point.y - port.top + this.around.scrollTop() };
  }

  private touch(point: {
    readonly identifier: number;
    readonly clientX: number;
    readonly clientY: number;
    readonly force?: number;
  }): Touch {
    const port = this.around.port();
    const clientX = point.clientX - port.left;
    const clientY = point.clientY - port.top;
    return {
      identifier: point.identifier,
      pageX: clientX,
      pageY: clientY + this.around.scrollTop(),
      clientX,
      clientY,
      force: point.force ?? 1,
    };
  }
}

function at(point: { readonly clientX: number; readonly clientY: number }): {
  clientX: number;
  clientY: number;
} {
  return { clientX: point.clientX, clientY: point.clientY };
}
