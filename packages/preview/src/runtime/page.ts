import type { Engine, EngineComponent, EngineRoot } from './engine';
import type { Caller, EventChannel, PageView, Query, WindowConfig } from './host';
import type { ReadyQueue } from './ready';
import { formatPageUrl } from './url';

/** What a page needs around it. */
export interface PageSurroundings {
  readonly engine: Engine;
  /** The visible area in which pages are placed. */
  readonly port: HTMLElement;
  readonly guard: (run: () => void) => void;
  readonly ready: ReadyQueue;
  /** Path of the custom tab bar, for tab pages. */
  readonly customTabBar?: string;
  readonly config: (route: string) => WindowConfig;
}

/** The page of which a root component is the root, for callers to find theirs. */
const pages = new WeakMap<EngineComponent, Page>();

/** The page in which a component stands. */
export function pageOf(component: EngineComponent): Page | undefined {
  let at = component;
  for (;;) {
    const host = at.ownerShadowRoot?.getHostNode();
    if (!host) return pages.get(at);
    at = host;
  }
}

/** One page on the stack, with its element and its lifecycle. */
export class Page implements PageView {
  readonly element = document.createElement('div');
  readonly caller: Caller;
  /** The opened page's end of the event channel. */
  opener: EventChannel | undefined;
  title: string | undefined;
  tabBar: Caller | undefined;
  private readonly root: EngineRoot;
  private tabBarRoot: EngineRoot | undefined;
  private readied = false;
  private shown = false;
  private scrollTop = 0;
  private atBottom = false;

  constructor(
    readonly route: string,
    readonly options: Query,
    readonly isTab: boolean,
    private readonly around: PageSurroundings,
  ) {
    this.element.className = 'mp-page';
    this.element.dataset['route'] = route;
    // Properties of a page made with Component take the query, decoded.
    this.root = around.engine.createRoot(
      'wx-page',
      formatPageUrl({ route, query: options }).slice(1),
    );
    this.caller = this.root.get();
    pages.set(this.root.getComponent(), this);
    Object.assign(this.caller, { route, __route__: route, options });
    this.element.addEventListener('scroll', () => this.scrolled(), { passive: true });
  }

  /** Attaches it to the document and runs onLoad. `restored` replaces data afterwards. */
  load(restored?: Record<string, unknown>): void {
    const place = document.createElement('span');
    this.element.append(place);
    this.around.port.append(this.element);
    this.root.attach(this.element, place);
    if (this.isTab && this.around.customTabBar !== undefined) {
      this.attachTabBar(this.around.customTabBar);
    }
    this.call('onLoad', this.options);
    if (restored) this.around.guard(() => this.caller.setData(restored));
  }

  show(): void {
    if (this.shown) return;
    this.shown = true;
    this.element.hidden = false;
    this.element.scrollTop = this.scrollTop;
    this.lifetime('show');
    this.call('onShow');
    if (this.readied) return;
    this.readied = true;
    this.around.ready.flush();
    this.call('onReady');
  }

  hide(): void {
    if (this.shown) this.scrollTop = this.element.scrollTop;
    this.element.hidden = true;
    if (!this.shown) return;
    this.shown = false;
    this.lifetime('hide');
    this.call('onHide');
  }

  unload(): void {
    this.call('onUnload');
    this.around.guard(() => this.root.release());
    this.around.guard(() => this.tabBarRoot?.release());
    this.element.remove();
  }

  /** Window settings: the app's overridden by the page's. */
  get config(): WindowConfig {
    return this.around.config(this.route);
  }

  /** Whether its script has this hook, e.g. onPullDownRefresh. */
  has(name: string): boolean {
    return typeof this.caller[name] === 'function';
  }

  /** Calls a hook of the page if it has it. */
  call(name: string, ...args: unknown[]): unknown {
    const method = this.caller[name];
    if (typeof method !== 'function') return undefined;
    let result: unknown;
    this.around.guard(() => {
      result = method.apply(this.caller, args);
    });
    return result;
  }

  resized(size: { readonly windowWidth: number; readonly windowHeight: number }): void {
    const event = { size };
    this.around.guard(() => this.root.getComponent().triggerPageLifetime('resize', [event]));
    this.call('onResize', event);
  }

  private lifetime(name: 'show' | 'hide'): void {
    this.around.guard(() => this.root.getComponent().triggerPageLifetime(name, []));
    const bar = this.tabBarRoot;
    if (bar) this.around.guard(() => bar.getComponent().triggerPageLifetime(name, []));
  }

  private attachTabBar(path: string): void {
    this.around.guard(() => {
      const place = document.createElement('span');
      this.element.append(place);
      const bar = this.around.engine.createRoot('wx-custom-tab-bar', path);
      pages.set(bar.getComponent(), this);
      this.tabBarRoot = bar;
      this.tabBar = bar.get();
      bar.attach(this.element, place);
    });
  }

  private scrolled(): void {
    if (!this.shown) return;
    const { scrollTop, clientHeight, scrollHeight } = this.element;
    if (this.has('onPageScroll')) this.call('onPageScroll', { scrollTop });
    const distance = this.config.onReachBottomDistance ?? 50;
    const near = scrollTop + clientHeight >= scrollHeight - distance;
    if (near && !this.atBottom) this.call('onReachBottom');
    this.atBottom = near;
  }
}
