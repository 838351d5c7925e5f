import type { BuiltinNode } from '../runtime/host';
import { asNumber, asText } from './properties';

/** Pull to refresh inside a scroll-view: by finger, or told by `refresher-triggered`. */
export class Refresher {
  private readonly band = document.createElement('div');
  private start: number | undefined;
  private pulled = 0;

  constructor(private readonly node: BuiltinNode) {
    this.band.className = 'mp-refresher';
    this.band.setAttribute('aria-live', 'polite');
    node.host.addEventListener('pointerdown', (event) => {
      if (node.data['refresherEnabled'] === true && node.host.scrollTop <= 0) {
        this.press(event.clientY);
      }
    });
    // A finger drag becomes a scroll for the browser, which then only sends touch events.
    node.host.addEventListener('touchmove', (event) => this.move(event.touches[0]?.clientY ?? 0), {
      passive: true,
    });
    for (const end of ['touchend', 'touchcancel']) {
      node.host.addEventListener(end, () => this.release());
    }
  }

  private readonly moved = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') this.move(event.clientY);
  };

  private readonly released = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') this.release();
  };

  private press(y: number): void {
    this.start = y;
    // The mouse may leave the view while it drags.
    window.addEventListener('pointermove', this.moved);
    window.addEventListener('pointerup', this.released, { once: true });
  }

  changed(name: string): void {
    // Only then: an element in front would spoil `:first-child`.
    if (name === 'refresherEnabled' && this.node.data['refresherEnabled'] === true) {
      this.node.host.prepend(this.band);
    }
    if (name === 'refresherTriggered') this.show(this.node.data['refresherTriggered'] === true);
    if (name === 'refresherBackground') {
      this.band.style.background = asText(this.node.data['refresherBackground']);
    }
  }

  private move(y: number): void {
    if (this.start === undefined) return;
    const dy = Math.max(0, y - this.start) / 2;
    if (dy === 0 && this.pulled === 0) return;
    this.pulled = dy;
    this.band.style.height = `${dy}px`;
    this.band.textContent = dy >= this.threshold() ? '松开刷新' : '下拉刷新';
    this.node.trigger('refresherpulling', { dy });
  }

  private release(): void {
    if (this.start === undefined) return;
    this.start = undefined;
    window.removeEventListener('pointermove', this.moved);
    const enough = this.pulled >= this.threshold();
    const moved = this.pulled > 0;
    this.pulled = 0;
    if (!moved) return;
    this.show(enough);
    if (!enough) {
      this.node.trigger('refresherabort', {});
      return;
    }
    this.node.set('refresherTriggered', true);
    this.node.trigger('refresherrefresh', {});
  }

  private show(on: boolean): void {
    const was = this.band.style.height !== '' && this.band.style.height !== '0px';
    this.band.style.height = on ? `${this.threshold()}px` : '0px';
    this.band.textContent = on ? '正在刷新…' : '';
    if (was && !on) this.node.trigger('refresherrestore', {});
  }

  private threshold(): number {
    return asNumber(this.node.data['refresherThreshold'], 45);
  }
}
