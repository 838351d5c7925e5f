import type { BuiltinDefinition, BuiltinNode, Host } from '../runtime/host';
import { anything, asNumber, asText, flag, number, text } from './properties';

/** `<movable-area>`: what its views may move in. */
export function movableArea(_host: Host): BuiltinDefinition {
  return { tag: 'movable-area', slot: true, properties: { scaleArea: flag() }, mount: () => ({}) };
}

/** `<movable-view>`: dragged inside its area; no momentum and no scaling by two fingers. */
export function movableView(host: Host): BuiltinDefinition {
  return {
    tag: 'movable-view',
    slot: true,
    properties: {
      direction: text('none'),
      inertia: flag(),
      outOfBounds: flag(),
      x: anything(0),
      y: anything(0),
      damping: number(20),
      friction: number(2),
      disabled: flag(),
      scale: flag(),
      scaleMin: number(0.5),
      scaleMax: number(10),
      scaleValue: number(1),
      animation: flag(true),
    },
    mount(node) {
      const view = new Movable(host, node);
      return { changed: () => view.follow(), attached: () => view.follow() };
    },
  };
}

class Movable {
  private x = 0;
  private y = 0;

  constructor(
    private readonly host: Host,
    private readonly node: BuiltinNode,
  ) {
    node.host.addEventListener('pointerdown', (event) => this.press(event));
  }

  /** To the place which the project gives. */
  follow(): void {
    this.moveTo(this.length('x'), this.length('y'), '', this.node.data['animation'] !== false);
  }

  private press(down: PointerEvent): void {
    if (this.node.data['disabled'] === true) return;
    const direction = asText(this.node.data['direction']);
    if (direction === 'none') return;
    const start = { x: this.x, y: this.y };
    const move = (event: PointerEvent) => {
      const dx = direction === 'vertical' ? 0 : event.clientX - down.clientX;
      const dy = direction === 'horizontal' ? 0 : event.clientY - down.clientY;
      this.moveTo(start.x + dx, start.y + dy, 'touch', false);
    };
    const end = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
  }

  private moveTo(wantedX: number, wantedY: number, source: string, animated: boolean): void {
    const { host: element } = this.node;
    const area = element.closest<HTMLElement>('wx-movable-area');
    const width = (area?.clientWidth ?? 0) - element.offsetWidth;
    const height = (area?.clientHeight ?? 0) - element.offsetHeight;
    // A view larger than its area moves so that it always covers the area.
    const x = clamp(wantedX, Math.min(0, width), Math.max(0, width));
    const y = clamp(wantedY, Math.min(0, height), Math.max(0, height));
    const changed = x !== this.x || y !== this.y;
    this.x = x;
    this.y = y;
    const scale = this.node.data['scale'] === true ? asNumber(this.node.data['scaleValue'], 1) : 1;
    element.style.transition = animated ? 'transform 200ms' : '';
    element.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    if (changed) this.node.trigger('change', { x, y, source });
  }

  private length(name: string): number {
    const value = asText(this.node.data[name]);
    const rpx = /^(-?[\d.]+)rpx$/.exec(value)?.[1];
    if (rpx !== undefined) return (Number(rpx) * this.host.metrics().windowWidth) / 750;
    return asNumber(Number.parseFloat(value));
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
