import { make } from './dom';
import type { SettingsStore } from './settings';

/** From this width of the window on, the phone stands in a frame beside the panel. */
const DESK = 900;
const STATUS_BAR = 44;
const HEIGHT = 844;

/** The phone itself: status bar, screen, and what lies over the screen. */
export class Frame {
  readonly element = make('div', { class: 'mp-shell' });
  readonly screen = make('div', { class: 'mp-glass' });
  readonly overlay = make('div', { class: 'mp-over' });
  readonly notices = make('div', { class: 'mp-notices' });
  /** Called when the phone gets or loses its frame, and with it the status bar. */
  formChanged: () => void = () => undefined;
  private readonly phone: HTMLElement;
  private readonly desk = matchMedia(`(min-width: ${DESK}px)`);

  constructor(private readonly store: SettingsStore) {
    const status = make('div', { class: 'mp-status', 'aria-hidden': 'true' });
    const tick = () => {
      const time = new Date();
      status.textContent = `${time.getHours()}:${String(time.getMinutes()).padStart(2, '0')}`;
    };
    tick();
    setInterval(tick, 5000);
    this.phone = make(
      'main',
      { class: 'mp-phone', label: '手机' },
      this.screen,
      status,
      this.overlay,
      this.notices,
    );
    this.element.append(this.phone);
    this.element.toggleAttribute('data-bare', store.preset.bare);
    this.resize();
    this.desk.addEventListener('change', () => {
      this.resize();
      this.formChanged();
    });
    window.addEventListener('resize', () => this.resize());
  }

  /** Whether the phone stands in a frame. */
  get framed(): boolean {
    return this.desk.matches;
  }

  /** Follows the settings and the window. */
  resize(): void {
    const { preset, current } = this.store;
    this.element.toggleAttribute('data-framed', this.framed);
    const sized = this.framed || preset.widthGiven;
    this.phone.style.width = sized ? `${current.width}px` : '';
    const height = Math.min(HEIGHT, window.innerHeight - 32);
    this.phone.style.height = this.framed ? `${height}px` : '';
  }

  statusBarHeight(): number {
    return this.framed ? STATUS_BAR : 0;
  }
}
