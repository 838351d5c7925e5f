import type { Builtins } from './builtin';
import { dispatch, type EngineElement, elementAt } from './engine';
import type { BuiltinNode } from './host';
import type { Coordinates, Point } from './touch';

/** After a press, the browser adds a click of its own. */
const CLICK_ECHO_MS = 800;

/** Sends taps to the project, then to the built-in components under them. */
export class Taps {
  private tapping = false;
  private last = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly coordinates: Coordinates,
    private readonly builtins: Builtins,
    private readonly guard: (run: () => void) => void,
  ) {}

  /** True while a tap made by the user is being handled. */
  inTap(): boolean {
    return this.tapping;
  }

  tap(target: EngineElement, node: Element, point: Point, original: Event): void {
    const nodes = this.nodesAround(node);
    if (nodes.some((inner) => inner.hooks.blocksTap?.() === true)) return;
    this.last = performance.now();
    const touches = [this.coordinates.touch(point, 0)];
    const detail = this.coordinates.spot(point);
    this.tapping = true;
    try {
      this.guard(() => {
        const extra = { touches, changedTouches: touches };
        const { stoppedAt } = dispatch(target, 'tap', detail, { original, extra });
        for (const inner of nodes) {
          if (stoppedAt && !stoppedAt.contains(inner.host)) break;
          this.guard(() => inner.hooks.tapped?.(node));
        }
      });
    } finally {
      this.tapping = false;
    }
  }

  /** A click without a press before it: assistive technology, or `element.click()`. */
  clicked(event: MouseEvent): void {
    const node = event.target instanceof Element ? event.target : null;
    if (event.detail !== 0 || performance.now() - this.last < CLICK_ECHO_MS) return;
    if (node?.closest('input, textarea, select, [contenteditable]')) return;
    this.tapAtCentre(node, event);
  }

  /** Enter or space on something which is no control of the browser's. */
  keyed(event: KeyboardEvent): void {
    const node = event.target instanceof Element ? event.target : null;
    if ((event.key !== 'Enter' && event.key !== ' ') || event.repeat) return;
    if (!node || node.closest('input, textarea, select, button, a, [contenteditable]')) return;
    event.preventDefault();
    this.tapAtCentre(node, event);
  }

  private tapAtCentre(node: Element | null, original: Event): void {
    const target = elementAt(node);
    if (!node || !target) return;
    const { left, top, width, height } = node.getBoundingClientRect();
    this.tap(target, node, { clientX: left + width / 2, clientY: top + height / 2 }, original);
  }

  /** Built-in components at this place, innermost first. */
  private nodesAround(node: Element): BuiltinNode[] {
    const nodes: BuiltinNode[] = [];
    for (let at: Element | null = node; at; at = at.parentElement) {
      const found = this.builtins.nodeOf(at);
      if (found) nodes.push(found);
    }
    return nodes;
  }
}
