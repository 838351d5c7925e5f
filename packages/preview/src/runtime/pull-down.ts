import type { Page } from './page';

/** How far (px) the page must be pulled. */
const DISTANCE = 60;

/** Pull-down refresh of pages with `enablePullDownRefresh`. */
export class PullDown {
  readonly element = document.createElement('div');
  private refreshing = false;
  private startedAtTop = false;

  constructor(private readonly top: () => Page | undefined) {
    this.element.className = 'mp-refresh';
    this.element.setAttribute('role', 'status');
    this.element.setAttribute('aria-label', '正在刷新');
    this.element.hidden = true;
  }

  start(): void {
    if (this.refreshing) return;
    this.refreshing = true;
    this.element.hidden = false;
    this.top()?.call('onPullDownRefresh');
  }

  stop(): void {
    this.refreshing = false;
    this.element.hidden = true;
  }

  /** A vertical drag of `distance` px over the page. */
  pulled(distance: number, ended: boolean): void {
    const page = this.top();
    if (page?.config.enablePullDownRefresh !== true) return;
    if (page.element.scrollTop <= 0) this.startedAtTop = true;
    if (!ended) return;
    if (this.startedAtTop && distance > DISTANCE && page.element.scrollTop <= 0) this.start();
    this.startedAtTop = false;
  }
}
