import type { NavigationBar, WindowConfig } from './host';
import type { Page } from './page';

export interface NavBarHooks {
  readonly back: () => void;
  readonly home: () => void;
  readonly statusBarHeight: () => number;
}

/** Height of the bar below the status bar, as on an iPhone. */
const BAR_HEIGHT = 44;

/** The navigation bar above a page, and the capsule which is always there. */
export class NavBar {
  readonly element = document.createElement('div');
  readonly capsule = document.createElement('div');
  private readonly back = iconButton('mp-nav-back', '返回');
  private readonly home = iconButton('mp-nav-home', '首页');
  private readonly spinner = document.createElement('span');
  private readonly title = document.createElement('div');
  private readonly changes = new WeakMap<Page, NavigationBar>();
  private shown: { page: Page; canGoBack: boolean; canGoHome: boolean } | undefined;

  constructor(private readonly hooks: NavBarHooks) {
    this.element.className = 'mp-nav';
    this.title.className = 'mp-nav-title';
    this.title.setAttribute('role', 'heading');
    this.title.setAttribute('aria-level', '1');
    this.spinner.className = 'mp-nav-loading';
    this.element.append(this.back, this.home, this.spinner, this.title);
    this.capsule.className = 'mp-capsule';
    this.capsule.setAttribute('aria-hidden', 'true');
    this.back.addEventListener('click', () => hooks.back());
    this.home.addEventListener('click', () => hooks.home());
  }

  /** Draws the bar for the page on top. */
  show(page: Page, canGoBack: boolean, canGoHome: boolean): void {
    this.shown = { page, canGoBack, canGoHome };
    this.draw();
  }

  /**
   * A change by wx.setNavigationBar…; it lasts as long as the page, which may still be loading
   * and not drawn.
   */
  change(page: Page, change: NavigationBar): void {
    this.changes.set(page, { ...this.changes.get(page), ...change });
    if (this.shown?.page === page) this.draw();
  }

  private draw(): void {
    if (!this.shown) return;
    const { page, canGoBack, canGoHome } = this.shown;
    const config = page.config;
    const change = this.changes.get(page) ?? {};
    const background = change.backgroundColor ?? config.navigationBarBackgroundColor ?? '#000000';
    const front = change.frontColor ?? frontOf(config);
    const status = this.hooks.statusBarHeight();
    const title = change.title ?? config.navigationBarTitleText ?? '';
    this.element.hidden = config.navigationStyle === 'custom';
    this.element.style.background = background;
    this.element.style.color = front;
    this.element.style.paddingTop = `${status}px`;
    this.element.style.height = `${status + BAR_HEIGHT}px`;
    this.title.textContent = title;
    this.back.hidden = !canGoBack;
    this.home.hidden = canGoBack || !canGoHome || change.home === false;
    this.spinner.hidden = change.loading !== true;
    this.capsule.style.top = `${status + 6}px`;
    this.capsule.dataset['dark'] = String(front !== '#ffffff');
    document.title = title;
  }
}

function frontOf(config: WindowConfig): string {
  return config.navigationBarTextStyle === 'black' ? '#000000' : '#ffffff';
}

function iconButton(className: string, label: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.setAttribute('aria-label', label);
  return button;
}
