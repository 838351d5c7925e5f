import type { BundledComponent, ProjectBundle } from '../build/bundle';
import { AppInstance, launchOptionsFor } from './app';
import { equipCallers } from './caller';
import { HostEmitter } from './emitter';
import { describeError, errorNotice } from './errors';
import { Gestures } from './gestures';
import type { AppConfig, Boot, Caller, Notice, Query, Shell, WindowConfig } from './host';
import { IntersectionWatch } from './intersection';
import { Modules } from './modules';
import { NavBar } from './nav-bar';
import type { Page } from './page';
import { type Platform, startPlatform } from './platform';
import { addComponents, installDefinitionGlobals } from './project';
import { PullDown } from './pull-down';
import { SelectorQuery } from './query';
import { keepPages, takeKeptPages } from './restore';
import { Screen } from './screen';
import { PageStack } from './stack';
import { TabBar } from './tab-bar';
import { formatPageUrl } from './url';

const NO_APP: AppConfig = {
  pages: [],
  window: {},
  entryPagePath: '',
  networkTimeout: {},
  raw: {},
};

/** Everything that runs a project in the page; `Host` (create-host.ts) is its public face. */
export class Runtime {
  readonly emitter = new HostEmitter();
  readonly screen: Screen;
  readonly platform: Platform;
  readonly gestures: Gestures;
  readonly stack: PageStack;
  readonly navBar: NavBar;
  readonly tabBar: TabBar;
  readonly pullDown: PullDown;
  readonly app: AppInstance;
  config: AppConfig = NO_APP;
  private components = new Map<string, BundledComponent>();
  private bundle: ProjectBundle | undefined;
  private writtenHash = '';
  private readonly noticed = new Set<string>();

  constructor(
    readonly boot: Boot,
    readonly shell: Shell,
  ) {
    this.screen = new Screen(shell);
    this.app = new AppInstance(
      (run) => this.guard(run),
      (event) => {
        if (event === 'appShow') this.emitter.emit('appShow', this.app.enterOptions);
        else this.emitter.emit('appHide', undefined);
      },
    );
    this.platform = startPlatform({
      guard: (run) => this.guard(run),
      reportError: (error) => this.reportError(error),
      notice: (notice) => this.notice(notice),
    });
    this.stack = new PageStack({
      app: () => this.config,
      surroundings: () => this.pageSurroundings(),
      changed: (top) => this.topChanged(top),
      notFound: (path, query) => this.pageNotFound(path, query, false),
    });
    this.navBar = new NavBar({
      back: () => void this.stack.navigateBack().catch((error) => this.reportError(error)),
      home: () => void this.goHome(),
      statusBarHeight: () => shell.statusBarHeight(),
    });
    this.tabBar = new TabBar({
      choose: (item, index) => {
        this.stack.top()?.call('onTabItemTap', { index, pagePath: item.pagePath, text: item.text });
        void this.stack.navigate('switchTab', { url: `/${item.pagePath}` });
      },
      asset: (src) => `/project/${src.replace(/^\//, '')}`,
    });
    this.pullDown = new PullDown(() => this.stack.top());
    this.gestures = new Gestures(shell.screen, {
      port: () => this.screen.portRect(),
      scrollTop: () => this.stack.top()?.element.scrollTop ?? 0,
      builtins: this.platform.builtins,
      guard: (run) => this.guard(run),
      pulled: (distance, ended) => this.pullDown.pulled(distance, ended),
    });
    this.screen.place(this.navBar.element, this.tabBar.element, this.navBar.capsule);
    this.screen.port.append(this.pullDown.element);
    this.screen.onResize(() => this.resized());
  }

  /** Runs a project: its scripts, then App, then the page that the address names. */
  start(bundle: ProjectBundle): void {
    this.bundle = bundle;
    this.config = bundle.app;
    this.components = new Map(bundle.components.map((component) => [component.id, component]));
    this.tabBar.configure(bundle.app.tabBar);
    const { engine, behaviors, common } = this.platform;
    addComponents(engine.space, bundle, common);
    const modules = new Modules(bundle);
    installDefinitionGlobals({
      space: engine.space,
      modules,
      behaviors,
      reportError: (error) => this.reportError(error),
    });
    Object.assign(globalThis, {
      App: (definition: Record<string, unknown>) => this.app.define(definition),
      getApp: () => this.app.get(),
      getCurrentPages: () => this.stack.list().map((page) => page.caller),
    });
    const scripts = bundle.components.map((component) => component.script);
    for (const id of bundle.entry === undefined ? scripts : [bundle.entry, ...scripts]) {
      this.guard(() => modules.run(id));
    }
    this.equipCallers();
    this.launch(bundle);
    window.addEventListener('hashchange', () => {
      if (location.hash !== this.writtenHash) void this.enter(location.hash.slice(1));
    });
  }

  /** See `Host.enter`. */
  async enter(url: string, scene?: number): Promise<void> {
    const options = launchOptionsFor(url, scene);
    this.app.hide();
    this.app.show(options);
    await this.stack.navigate('reLaunch', {
      url: formatPageUrl({ route: options.path, query: options.query }),
    });
  }

  hideApp(): void {
    this.stack.top()?.call('onHide');
    this.app.hide();
  }

  showApp(): void {
    this.app.show({ ...this.app.enterOptions });
    this.stack.top()?.call('onShow');
  }

  /** Before a reload after an edit. */
  keep(): void {
    if (this.bundle) keepPages(this.stack.list(), this.bundle.scriptsVersion);
  }

  windowConfig(route: string): WindowConfig {
    return { ...this.config.window, ...this.components.get(route)?.window };
  }

  notice(notice: Notice): void {
    const key = `${notice.kind}:${notice.name}`;
    if (this.noticed.has(key)) return;
    this.noticed.add(key);
    this.shell.notice(notice);
  }

  reportError(error: unknown): void {
    console.error(error);
    const text = describeError(error);
    this.app.call('onError', text);
    this.emitter.emit('error', text);
    // The same error may come again after it was dismissed.
    this.shell.notice(errorNotice(error));
  }

  rejected(reason: unknown, promise: Promise<unknown>): void {
    const handled = this.app.call('onUnhandledRejection', { reason, promise });
    const heard = this.emitter.emit('unhandledRejection', { reason, promise });
    console.error(reason);
    if (!handled && heard === 0) this.shell.notice(errorNotice(reason));
  }

  guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.reportError(error);
    }
  }

  createSelectorQuery(caller: Caller | undefined): SelectorQuery {
    return new SelectorQuery(
      {
        builtins: this.platform.builtins,
        topCaller: () => this.stack.top()?.caller,
        pageElement: () => this.stack.top()?.element,
        port: () => this.screen.portRect(),
      },
      caller,
    );
  }

  createIntersectionObserver(caller: Caller | undefined, options: unknown): IntersectionWatch {
    return new IntersectionWatch(
      {
        topCaller: () => this.stack.top()?.caller,
        portElement: this.screen.port,
        port: () => this.screen.portRect(),
      },
      caller,
      typeof options === 'object' && options !== null ? options : {},
    );
  }

  private equipCallers(): void {
    equipCallers(this.platform.engine.callerPrototype(), {
      createSelectorQuery: (caller) => this.createSelectorQuery(caller),
      createIntersectionObserver: (caller, options) =>
        this.createIntersectionObserver(caller, options),
      notice: (notice) => this.notice(notice),
    });
  }

  private launch(bundle: ProjectBundle): void {
    const named = location.hash.startsWith('#/') ? location.hash.slice(1) : '';
    const url = named === '' ? `/${bundle.app.entryPagePath}` : named;
    const options = launchOptionsFor(url);
    this.app.launch(options);
    const kept = takeKeptPages(bundle.scriptsVersion).filter(({ route }) =>
      bundle.app.pages.includes(route),
    );
    if (kept.length > 0) {
      this.stack.restore(kept);
      return;
    }
    const known = bundle.app.pages.includes(options.path);
    if (!known && this.pageNotFound(options.path, options.query, true)) return;
    const target = known ? url : `/${bundle.app.entryPagePath}`;
    this.stack.navigate('reLaunch', { url: target }).catch((error) => this.reportError(error));
  }

  /** True when the project opens another page by itself. */
  private pageNotFound(path: string, query: Query, isEntryPage: boolean): boolean {
    const event = { path, query, isEntryPage };
    const handled = this.app.call('onPageNotFound', event);
    const heard = this.emitter.emit('pageNotFound', event);
    this.notice({ kind: 'error', name: `page ${path}`, text: `页面 ${path} 不存在。` });
    return handled || heard > 0;
  }

  private pageSurroundings() {
    const custom = this.config.tabBar?.custom === true ? 'custom-tab-bar/index' : undefined;
    return {
      engine: this.platform.engine,
      port: this.screen.port,
      guard: (run: () => void) => this.guard(run),
      config: (route: string) => this.windowConfig(route),
      ...(custom === undefined ? {} : { customTabBar: custom }),
    };
  }

  private topChanged(top: Page): void {
    const depth = this.stack.list().length;
    const isHome = top.isTab || top.route === this.config.entryPagePath;
    this.navBar.show(top, depth > 1, !isHome);
    this.tabBar.show(top.route);
    this.pullDown.stop();
    this.screen.port.style.background = top.config.backgroundColor ?? '#ffffff';
    this.writtenHash = `#${formatPageUrl({ route: top.route, query: top.options })}`;
    history.replaceState(history.state, '', this.writtenHash);
    // As the browser spells it, to recognise our own changes.
    this.writtenHash = location.hash;
    this.emitter.emit('route', top);
  }

  private async goHome(): Promise<void> {
    const url = `/${this.config.entryPagePath}`;
    await this.stack.navigate('reLaunch', { url }).catch((error) => this.reportError(error));
  }

  private resized(): void {
    const metrics = this.screen.metrics();
    this.emitter.emit('resize', metrics);
    this.stack.top()?.resized(metrics);
  }
}
