import { make } from '../shell/dom';
import type { Phone } from '../shell/phone';
import { resolveMedia } from './media-address';

export interface ToastOptions {
  readonly title: string;
  readonly icon: 'success' | 'error' | 'loading' | 'none';
  /** Address of a picture instead of the icon. */
  readonly image?: string;
  /** Taps on the page are swallowed. */
  readonly mask: boolean;
  /** ms; 0 stays until it is taken away. */
  readonly duration: number;
}

/** WeChat has one place for toast and loading: a new one replaces the old. */
export class Toast {
  private element: HTMLElement | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  loading = false;

  constructor(private readonly phone: Phone) {}

  show(options: ToastOptions): void {
    this.hide();
    const box = make(
      'div',
      {
        class: 'mp-toast',
        role: 'status',
        'aria-live': 'assertive',
        'data-icon': options.icon,
        'data-mask': String(options.mask),
      },
      options.title,
    );
    this.element = make('div', {}, box);
    if (options.mask) this.element.prepend(make('div', { class: 'mp-toast-mask' }));
    if (options.image !== undefined) this.picture(box, options.image);
    this.phone.overlay.append(this.element);
    this.loading = options.icon === 'loading' && options.duration === 0;
    if (options.duration > 0) this.timer = setTimeout(() => this.hide(), options.duration);
  }

  hide(): void {
    clearTimeout(this.timer);
    this.element?.remove();
    this.element = undefined;
    this.loading = false;
  }

  private picture(box: HTMLElement, address: string): void {
    const image = make('img', { alt: '', width: '32', height: '32' });
    box.dataset['icon'] = 'none';
    box.prepend(image);
    resolveMedia(address).then(
      (url) => {
        image.src = url;
      },
      () => image.remove(),
    );
  }
}
