import type { BuiltinDefinition, BuiltinNode, Host } from '../runtime/host';
import { Drag } from './drag';
import { anything, asNumber, asText, flag, number, text } from './properties';

/** `<swiper>`: items side by side, moved by finger, by time or by `current`. */
export function swiper(host: Host): BuiltinDefinition {
  return {
    tag: 'swiper',
    slot: true,
    properties: {
      indicatorDots: flag(),
      indicatorColor: text('rgba(0, 0, 0, .3)'),
      indicatorActiveColor: text('#000000'),
      autoplay: flag(),
      current: number(0),
      currentItemId: text(),
      interval: number(5000),
      duration: number(500),
      circular: flag(),
      vertical: flag(),
      previousMargin: anything('0px'),
      nextMargin: anything('0px'),
      displayMultipleItems: number(1),
      easingFunction: text('default'),
      snapToEdge: flag(),
      skipHiddenItemLayout: flag(),
    },
    mount(node) {
      const view = new Swiper(host, node);
      return {
        changed: (name) => view.changed(name),
        attached: () => view.attached(),
        detached: () => view.stop(),
      };
    },
  };
}

/** `<swiper-item>`. */
export function swiperItem(_host: Host): BuiltinDefinition {
  return {
    tag: 'swiper-item',
    slot: true,
    properties: { itemId: text(), skipHiddenItemLayout: flag() },
    mount: () => ({}),
  };
}

class Swiper {
  private readonly dots = document.createElement('div');
  private index = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly drag: Drag;
  private readonly watch = new MutationObserver(() => this.place(0, false));

  constructor(
    private readonly host: Host,
    private readonly node: BuiltinNode,
  ) {
    this.dots.className = 'mp-dots';
    this.dots.setAttribute('aria-hidden', 'true');
    this.drag = new Drag(node.host, {
      vertical: () => this.vertical(),
      moved: (along) => this.dragged(along),
      ended: (along) => this.dropped(along),
    });
  }

  changed(name: string): void {
    const { node } = this;
    if (name === 'vertical') node.host.toggleAttribute('data-vertical', this.vertical());
    if (name === 'autoplay' || name === 'interval') this.play();
    if (name === 'current') {
      // After the items of the same setData are there.
      queueMicrotask(() => this.go(asNumber(node.data['current']), ''));
    } else if (name === 'currentItemId') {
      const id = asText(node.data['currentItemId']);
      const at = this.items().findIndex(
        (item) => asText(this.host.nodeOf(item)?.data['itemId']) === id,
      );
      if (at >= 0) this.go(at, '');
    } else {
      this.place(0, false);
    }
  }

  attached(): void {
    this.node.host.append(this.dots);
    this.index = this.bounded(asNumber(this.node.data['current']));
    this.watch.observe(this.node.host, { childList: true });
    this.place(0, false);
    this.play();
  }

  stop(): void {
    clearInterval(this.timer);
    this.watch.disconnect();
    this.drag.stop();
  }

  private dragged(along: number): void {
    this.place(along, false);
    this.node.trigger(
      'transition',
      this.vertical() ? { dx: 0, dy: -along } : { dx: -along, dy: 0 },
    );
  }

  private dropped(along: number): void {
    const far = Math.abs(along) > Math.min(60, this.size() / 3);
    this.go(this.index + (far ? -Math.sign(along) : 0), 'touch');
  }

  private play(): void {
    clearInterval(this.timer);
    if (this.node.data['autoplay'] !== true) return;
    this.timer = setInterval(
      () => {
        const last = this.index + 1 >= this.items().length;
        if (!this.drag.active) this.go(last ? 0 : this.index + 1, 'autoplay');
      },
      Math.max(100, asNumber(this.node.data['interval'], 5000)),
    );
  }

  /** `source` is empty for a change by the project. */
  private go(wanted: number, source: string): void {
    const count = this.items().length;
    const circular = this.node.data['circular'] === true && count > 0;
    const next = circular ? (wanted + count) % count : this.bounded(wanted);
    const changed = next !== this.index;
    this.index = next;
    this.place(0, true);
    if (!changed) return;
    const currentItemId = asText(
      this.host.nodeOf(this.items()[next] ?? this.node.host)?.data['itemId'],
    );
    if (source !== '') this.node.set('current', next);
    const detail = { current: next, source, currentItemId };
    this.node.trigger('change', detail);
    const duration = asNumber(this.node.data['duration'], 500);
    setTimeout(() => this.node.trigger('animationfinish', detail), duration);
  }

  private place(offset: number, animated: boolean): void {
    const { node } = this;
    const shown = Math.max(1, asNumber(node.data['displayMultipleItems'], 1));
    const before = this.host.styleText(px(node.data['previousMargin']));
    const after = this.host.styleText(px(node.data['nextMargin']));
    const size = `calc((100% - ${before} - ${after}) / ${shown})`;
    const duration = animated ? asNumber(node.data['duration'], 500) : 0;
    this.items().forEach((item, at) => {
      const { style } = item;
      const vertical = this.vertical();
      style.width = vertical ? '100%' : size;
      style.height = vertical ? size : '100%';
      style.left = vertical ? '0' : before;
      style.top = vertical ? before : '0';
      style.transition = duration > 0 ? `transform ${duration}ms` : '';
      const move = `calc(${(at - this.index) * 100}% + ${offset}px)`;
      style.transform = vertical ? `translate(0, ${move})` : `translate(${move}, 0)`;
      item.toggleAttribute('inert', at < this.index || at >= this.index + shown);
    });
    this.drawDots();
  }

  private drawDots(): void {
    const { node, dots } = this;
    dots.hidden = node.data['indicatorDots'] !== true;
    const items = this.items();
    while (dots.children.length > items.length) dots.lastChild?.remove();
    while (dots.children.length < items.length) dots.append(document.createElement('i'));
    dots.style.setProperty('--mp-dot', asText(node.data['indicatorColor']));
    dots.style.setProperty('--mp-dot-on', asText(node.data['indicatorActiveColor']));
    [...dots.children].forEach((dot, at) => {
      if (dot instanceof HTMLElement) dot.dataset['on'] = String(at === this.index);
    });
  }

  private items(): HTMLElement[] {
    const found = [...this.node.host.querySelectorAll<HTMLElement>('wx-swiper-item')];
    return found.filter((item) => item.closest('wx-swiper') === this.node.host);
  }

  private bounded(wanted: number): number {
    return Math.max(0, Math.min(wanted, this.items().length - 1));
  }

  private vertical(): boolean {
    return this.node.data['vertical'] === true;
  }

  private size(): number {
    return this.vertical() ? this.node.host.clientHeight : this.node.host.clientWidth;
  }
}

function px(value: unknown): string {
  const length = asText(value);
  if (length === '') return '0px';
  return /^[\d.]+$/.test(length) ? `${length}px` : length;
}
