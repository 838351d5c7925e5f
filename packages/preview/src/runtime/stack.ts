import { createChannels } from './channel';
import type {
  AppConfig,
  EventChannel,
  Failure,
  NavigateOptions,
  NavigationKind,
  Query,
} from './host';
import { Page, type PageSurroundings } from './page';
import { parsePageUrl } from './url';

/** WeChat opens no eleventh page. */
const STACK_LIMIT = 10;

export interface StackHooks {
  readonly app: () => AppConfig;
  readonly surroundings: () => PageSurroundings;
  /** After each change, with the page now on top. */
  readonly changed: (top: Page) => void;
  readonly notFound: (path: string, query: Query) => boolean;
}

/** The navigation stack under WeChat's rules. */
export class PageStack {
  private pages: Page[] = [];
  private readonly tabs = new Map<string, Page>();
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly hooks: StackHooks) {}

  list(): readonly Page[] {
    return this.pages;
  }

  top(): Page | undefined {
    return this.pages.at(-1);
  }

  isTab(route: string): boolean {
    return this.hooks.app().tabBar?.list.some((tab) => tab.pagePath === route) ?? false;
  }

  /** One navigation after another; rejects with a `Failure` and leaves the stack as it was. */
  navigate(
    kind: NavigationKind,
    options: NavigateOptions,
  ): Promise<{ errMsg: string; eventChannel?: EventChannel }> {
    return this.enqueue(() => this.perform(kind, options));
  }

  navigateBack(delta = 1): Promise<{ errMsg: string }> {
    return this.enqueue(() => {
      if (this.pages.length < 2)
        throw failure('navigateBack:fail cannot navigate back at first page.');
      for (let left = delta; left > 0 && this.pages.length > 1; left -= 1) this.drop();
      this.showTop();
      return { errMsg: 'navigateBack:ok' };
    });
  }

  /** Opens pages at once as they were before a reload, lowest first. */
  restore(
    entries: readonly { route: string; query: Query; data?: Record<string, unknown> }[],
  ): void {
    for (const { route, query, data } of entries) {
      if (!this.hooks.app().pages.includes(route)) continue;
      this.top()?.hide();
      this.add(route, query, data);
    }
    this.showTop();
  }

  private enqueue<T>(run: () => T): Promise<T> {
    const result = this.queue.then(run);
    this.queue = result.catch(() => undefined);
    return result;
  }

  private perform(kind: NavigationKind, options: NavigateOptions) {
    const { route, query } = parsePageUrl(options.url, this.top()?.route);
    this.check(kind, route, query);
    switch (kind) {
      case 'navigateTo': {
        this.top()?.hide();
        const channels = createChannels();
        for (const [name, listener] of Object.entries(options.events ?? {})) {
          channels.opener.on(name, listener);
        }
        this.add(route, query, undefined, channels.opened);
        this.showTop();
        return { errMsg: 'navigateTo:ok', eventChannel: channels.opener };
      }
      case 'redirectTo':
        this.drop();
        this.add(route, query);
        break;
      case 'reLaunch':
        while (this.pages.length > 0) this.drop();
        for (const tab of [...this.tabs.values()]) this.discard(tab);
        this.add(route, query);
        break;
      case 'switchTab':
        this.leaveForTab(route);
        this.addTab(route);
        break;
    }
    this.showTop();
    return { errMsg: `${kind}:ok` };
  }

  private check(kind: NavigationKind, route: string, query: Query): void {
    if (!this.hooks.app().pages.includes(route)) {
      this.hooks.notFound(route, query);
      throw failure(`${kind}:fail page "${route}" is not found`);
    }
    const tab = this.isTab(route);
    if (tab && (kind === 'navigateTo' || kind === 'redirectTo')) {
      throw failure(`${kind}:fail can not ${kind} a tabbar page`);
    }
    if (!tab && kind === 'switchTab') {
      throw failure('switchTab:fail can not switch to no-tabBar page');
    }
    if (kind === 'navigateTo' && this.pages.length >= STACK_LIMIT) {
      throw failure('navigateTo:fail webview count limit exceed');
    }
  }

  private add(
    route: string,
    query: Query,
    data?: Record<string, unknown>,
    opener?: EventChannel,
  ): void {
    const page = new Page(route, query, this.isTab(route), this.hooks.surroundings());
    page.opener = opener;
    if (page.isTab) this.tabs.set(route, page);
    this.pages.push(page);
    page.load(data);
  }

  private addTab(route: string): void {
    const kept = this.tabs.get(route);
    if (!kept) this.add(route, {});
    else if (this.top() !== kept) this.pages.push(kept);
  }

  private leaveForTab(route: string): void {
    for (const page of this.pages.splice(0).reverse()) {
      if (page.isTab && page.route === route) this.pages.push(page);
      else if (page.isTab) page.hide();
      else this.discard(page);
    }
  }

  private drop(): void {
    const page = this.pages.pop();
    if (page) this.discard(page);
  }

  private discard(page: Page): void {
    if (this.tabs.get(page.route) === page) this.tabs.delete(page.route);
    page.unload();
  }

  private showTop(): void {
    const top = this.top();
    if (!top) return;
    top.show();
    this.hooks.changed(top);
  }
}

/** A rejection as WeChat words it; it is not an Error, as in WeChat. */
function failure(errMsg: string): Failure {
  return { errMsg };
}
