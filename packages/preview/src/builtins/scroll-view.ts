import type { BuiltinDefinition, BuiltinNode, Host } from '../runtime/host';
import { anything, asNumber, asText, flag, number, text } from './properties';
import { Refresher } from './refresher';

/** `<scroll-view>`. */
export function scrollView(host: Host): BuiltinDefinition {
  return {
    tag: 'scroll-view',
    slot: true,
    properties: {
      scrollX: flag(),
      scrollY: flag(),
      upperThreshold: anything(50),
      lowerThreshold: anything(50),
      scrollTop: anything(),
      scrollLeft: anything(),
      scrollIntoView: text(),
      scrollIntoViewOffset: number(0),
      scrollWithAnimation: flag(),
      enableBackToTop: flag(),
      enableFlex: flag(),
      scrollAnchoring: flag(),
      refresherEnabled: flag(),
      refresherThreshold: number(45),
      refresherDefaultStyle: text('black'),
      refresherBackground: text('#fff'),
      refresherTriggered: flag(),
      enhanced: flag(),
      bounces: flag(true),
      showScrollbar: flag(true),
      pagingEnabled: flag(),
      fastDeceleration: flag(),
      type: text(),
    },
    mount(node) {
      const view = new ScrollView(host, node);
      const refresher = new Refresher(node);
      return {
        changed(name) {
          view.changed(name);
          refresher.changed(name);
        },
        attached: () => view.attached(),
        node: () => view.context(),
        context: () => view.context(),
      };
    },
  };
}

class ScrollView {
  private left = 0;
  private top = 0;
  private nearStart = true;
  private nearEnd = false;

  constructor(
    private readonly host: Host,
    private readonly node: BuiltinNode,
  ) {
    node.host.addEventListener('scroll', () => this.scrolled());
  }

  changed(name: string): void {
    const { node } = this;
    switch (name) {
      case 'scrollX':
        node.host.toggleAttribute('data-x', node.data['scrollX'] === true);
        break;
      case 'scrollY':
        node.host.toggleAttribute('data-y', node.data['scrollY'] === true);
        break;
      case 'showScrollbar':
        node.host.dataset['bar'] = String(node.data['showScrollbar'] !== false);
        break;
      case 'enableFlex':
        node.host.style.display = node.data['enableFlex'] === true ? 'flex' : '';
        break;
      case 'scrollTop':
      case 'scrollLeft':
      case 'scrollIntoView':
        // After the same setData has drawn its content.
        requestAnimationFrame(() => this.follow(name));
        break;
      default:
    }
  }

  attached(): void {
    requestAnimationFrame(() => {
      for (const name of ['scrollTop', 'scrollLeft', 'scrollIntoView']) this.follow(name);
    });
  }

  /** ScrollViewContext. */
  context(): Record<string, unknown> {
    const element = this.node.host;
    return {
      scrollEnabled: true,
      bounces: true,
      showScrollbar: true,
      pagingEnabled: false,
      fastDeceleration: false,
      decelerationDisabled: false,
      scrollTo: (options: { top?: number; left?: number; animated?: boolean }) =>
        element.scrollTo({
          ...(options.top === undefined ? {} : { top: options.top }),
          ...(options.left === undefined ? {} : { left: options.left }),
          behavior: options.animated === false ? 'instant' : 'smooth',
        }),
      scrollIntoView: (selector: string) => {
        element.querySelector(selector)?.scrollIntoView({ block: 'start' });
      },
    };
  }

  private follow(name: string): void {
    const { node } = this;
    const behavior = node.data['scrollWithAnimation'] === true ? 'smooth' : 'instant';
    if (name === 'scrollIntoView') {
      const id = asText(node.data['scrollIntoView']);
      const target = id === '' ? null : node.host.querySelector(`#${CSS.escape(id)}`);
      if (!target) return;
      const own = node.host.getBoundingClientRect();
      const rect = target.getBoundingClientRect();
      const offset = asNumber(node.data['scrollIntoViewOffset']);
      node.host.scrollBy({
        top: node.data['scrollY'] === true ? rect.top - own.top + offset : 0,
        left: node.data['scrollX'] === true ? rect.left - own.left + offset : 0,
        behavior,
      });
      return;
    }
    const value = node.data[name];
    if (value === null || value === undefined || value === '') return;
    const px = asNumber(value);
    node.host.scrollTo({ [name === 'scrollTop' ? 'top' : 'left']: px, behavior });
  }

  private scrolled(): void {
    const { node } = this;
    const { scrollLeft, scrollTop, scrollHeight, scrollWidth } = node.host;
    const deltaX = this.left - scrollLeft;
    const deltaY = this.top - scrollTop;
    this.left = scrollLeft;
    this.top = scrollTop;
    node.trigger('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY });
    this.edges(deltaX, deltaY);
  }

  /** Each edge is told once, when the scroll comes near it. */
  private edges(deltaX: number, deltaY: number): void {
    const { node } = this;
    const vertical = node.data['scrollY'] === true;
    const { clientHeight, clientWidth, scrollHeight, scrollWidth } = node.host;
    const position = vertical ? this.top : this.left;
    const rest = vertical
      ? scrollHeight - clientHeight - this.top
      : scrollWidth - clientWidth - this.left;
    const nearStart = position <= this.threshold('upperThreshold');
    const nearEnd = rest <= this.threshold('lowerThreshold');
    const backwards = (vertical ? deltaY : deltaX) > 0;
    if (nearStart && !this.nearStart && backwards) {
      node.trigger('scrolltoupper', { direction: vertical ? 'top' : 'left' });
    }
    if (nearEnd && !this.nearEnd && !backwards) {
      node.trigger('scrolltolower', { direction: vertical ? 'bottom' : 'right' });
    }
    this.nearStart = nearStart;
    this.nearEnd = nearEnd;
  }

  private threshold(name: string): number {
    const value = asText(this.node.data[name]);
    const rpx = /^([\d.]+)rpx$/.exec(value)?.[1];
    if (rpx !== undefined) return (Number(rpx) * this.host.metrics().windowWidth) / 750;
    return asNumber(Number.parseFloat(value), 50);
  }
}
