import type { Metrics, Rect, Shell } from './host';

const CAPSULE = { width: 87, height: 32, right: 7, top: 6 };

/** The phone's screen: its areas in document order, and its measures. */
export class Screen {
  /** The visible area of pages. */
  readonly port = document.createElement('div');

  constructor(private readonly shell: Shell) {
    this.port.className = 'mp-port';
    shell.screen.classList.add('mp-screen');
  }

  /** Fills the screen, top to bottom; the capsule floats above. */
  place(navBar: HTMLElement, tabBar: HTMLElement, capsule: HTMLElement): void {
    this.shell.screen.replaceChildren(navBar, this.port, tabBar, capsule);
  }

  portRect(): Rect {
    return rectOf(this.port);
  }

  metrics(): Metrics {
    const screen = rectOf(this.shell.screen);
    const status = this.shell.statusBarHeight();
    const right = screen.width - CAPSULE.right;
    const top = status + CAPSULE.top;
    return {
      screenWidth: Math.round(screen.width),
      screenHeight: Math.round(screen.height),
      windowWidth: Math.round(this.port.clientWidth),
      windowHeight: Math.round(this.port.clientHeight),
      statusBarHeight: status,
      capsule: {
        left: right - CAPSULE.width,
        top,
        right,
        bottom: top + CAPSULE.height,
        width: CAPSULE.width,
        height: CAPSULE.height,
      },
    };
  }

  /** Calls back when the area of pages changes its size, not for the first size. */
  onResize(listener: () => void): void {
    let last = '';
    new ResizeObserver(() => {
      const size = `${this.port.clientWidth}x${this.port.clientHeight}`;
      if (last !== '' && size !== last) listener();
      last = size;
    }).observe(this.port);
  }
}

function rectOf(element: Element): Rect {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  return { left, top, right, bottom, width, height };
}
