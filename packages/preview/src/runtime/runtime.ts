import type { BundledComponent, ProjectBundle } from '../build/bundle';
import { AppInstance } from './app';
import { equipCallers } from './caller';
import { HostEmitter } from './emitter';
import { componentOf, type EngineElement } from './engine';
import { Entrance } from './entrance';
import { Faults } from './faults';
import { Gestures } from './gestures';
import type { AppConfig, Boot, Caller, Shell, TabItem, WindowConfig } from './host';
import { IntersectionWatch } from './intersection';
import { Modules } from './modules';
import { NavBar } from './nav-bar';
import { defineOffsets } from './offsets';
import type { Page, PageSurroundings } from './page';
import { type Platform, startPlatform } from './platform';
import { addComponents, installDefinitionGlobals } from './project';
import { PullDown } from './pull-down';
import { SelectorQuery } from './query';
import { ReadyQueue } from './ready';
import { Screen } from './screen';
import { PageStack } from './stack';
import { TabBar } from './tab-bar';

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
  readonly faults: Faults;
  readonly screen: Screen;
  readonly platform: Platform;
  readonly gestures: Gestures;
  readonly stack: PageStack;
  readonly navBar: NavBar;
  readonly tabBar: TabBar;
  readonly pullDown: PullDown;
  readonly app: AppInstance;
  readonly entrance: Entrance;
  private readonly ready = new ReadyQueue();
  config: AppConfig = NO_APP;
  private components = new Map<string, BundledComponent>();

  constructor(
    readonly boot: Boot,
    readonly shell: Shell,
  ) {
    this.screen = new Screen(shell);
    this.faults = new Faults(shell, this.emitter);
    const { faults } = this;
    const guard = (run: () => void) => faults.guard(run);
    this.app = new AppInstance(guard, (event) => {
      if (event === 'appShow') this.emitter.emit('appShow', this.app.enterOptions);
      else this.emitter.emit('appHide', undefined);
    });
    faults.app = this.app;
    this.platform = startPlatform({
      guard,
      reportError: (error) => faults.report(error),
      notice: (notice) => faults.notice(notice),
    });
    this.stack = new PageStack({
      app: () => this.config,
      surroundings: () => this.pageSurroundings(),
      changed: (top) => this.topChanged(top),
      notFound: (path, query) => this.entrance.pageNotFound(path, query, false),
    });
    this.entrance = new Entrance(this.app, this.stack, this.emitter, faults);
    this.navBar = new NavBar({
      back: () => this.settle(this.stack.navigateBack()),
      home: () =>
        this.settle(this.stack.navigate('reLaunch', { url: `/${this.config.entryPagePath}` })),
      statusBarHeight: () => shell.statusBarHeight(),
    });
    this.tabBar = new TabBar({
      choose: (item, index) => this.tabChosen(item, index),
      asset: (src) => `/project/${src.replace(/^\//, '')}`,
    });
    this.pullDown = new PullDown(() => this.stack.top());
    this.gestures = new Gestures(shell.screen, {
      port: () => this.screen.portRect(),
      scrollTop: () => this.stack.top()?.element.scrollTop ?? 0,
      builtins: this.platform.builtins,
      guard,
      pulled: (distance, ended) => this.pullDown.pulled(distance, ended),
    });
    this.screen.place(this.navBar.element, this.tabBar.element, this.navBar.capsule);
    this.screen.port.append(this.pullDown.element);
    this.screen.onResize(() => this.resized());
  }

  /** Runs a project: its scripts, then App, then the page that the address names. */
  start(bundle: ProjectBundle): void {
    this.config = bundle.app;
    this.components = new Map(bundle.components.map((component) => [component.id, component]));
    this.tabBar.configure(bundle.app.tabBar);
    const { engine, behaviors, common } = this.platform;
    addComponents(engine.space, bundle, common, this.ready);
    const modules = new Modules(bundle);
    installDefinitionGlobals({
      space: engine.space,
      modules,
      behaviors,
      reportError: (error) => this.faults.report(error),
    });
    Object.assign(globalThis, {
      App: (definition: Record<string, unknown>) => this.app.define(definition),
      getApp: () => this.app.get(),
      getCurrentPages: () => this.stack.list().map((page) => page.caller),
    });
    const scripts = bundle.components.map((component) => component.script);
    for (const id of bundle.entry === undefined ? scripts : [bundle.entry, ...scripts]) {
      this.faults.guard(() => modules.run(id));
    }
    equipCallers(engine.callerPrototype(), {
      createSelectorQuery: (caller) => this.createSelectorQuery(caller),
      createIntersectionObserver: (caller, options) =>
        this.createIntersectionObserver(caller, options),
      notice: (notice) => this.faults.notice(notice),
    });
    defineOffsets(engine.elementPrototype(), (target) => target as EngineElement);
    defineOffsets(engine.callerPrototype(), (target) => componentOf(target as Caller));
    this.entrance.launch(bundle);
  }

  hideApp(): void {
    this.stack.top()?.call('onHide');
    this.app.hide();
  }

  showApp(): void {
    this.app.show({ ...this.app.enterOptions });
    this.stack.top()?.call('onShow');
  }

  /** The app's window settings overridden by the page's. */
  windowConfig(route: string): WindowConfig {
    return { ...this.config.window, ...this.components.get(route)?.window };
  }

  createSelectorQuery(caller: Caller | undefined): SelectorQuery {
    const around = {
      builtins: this.platform.builtins,
      topCaller: () => this.stack.top()?.caller,
      pageElement: () => this.stack.top()?.element,
      port: () => this.screen.portRect(),
    };
    return new SelectorQuery(around, caller);
  }

  createIntersectionObserver(caller: Caller | undefined, options: unknown): IntersectionWatch {
    const around = {
      topCaller: () => this.stack.top()?.caller,
      portElement: this.screen.port,
      port: () => this.screen.portRect(),
    };
    const given = typeof options === 'object' && options !== null ? options : {};
    return new IntersectionWatch(around, caller, given);
  }

  private pageSurroundings(): PageSurroundings {
    const custom = this.config.tabBar?.custom === true;
    return {
      engine: this.platform.engine,
      port: this.screen.port,
      guard: (run) => this.faults.guard(run),
      ready: this.ready,
      config: (route) => this.windowConfig(route),
      ...(custom ? { customTabBar: 'custom-tab-bar/index' } : {}),
    };
  }

  private topChanged(top: Page): void {
    const isHome = top.isTab || top.route === this.config.entryPagePath;
    this.navBar.show(top, this.stack.list().length > 1, !isHome);
    this.tabBar.show(top.route);
    this.pullDown.stop();
    this.screen.port.style.background = top.config.backgroundColor ?? '#ffffff';
    this.entrance.show({ route: top.route, query: top.options });
    this.emitter.emit('route', top);
  }

  private tabChosen(item: TabItem, index: number): void {
    const { pagePath, text } = item;
    this.stack.top()?.call('onTabItemTap', { index, pagePath, text });
    this.settle(this.stack.navigate('switchTab', { url: `/${pagePath}` }));
  }

  /** For navigation by the bars, where nobody waits for the result. */
  private settle(navigation: Promise<unknown>): void {
    navigation.catch((error) => this.faults.report(error));
  }

  private resized(): void {
    const metrics = this.screen.metrics();
    this.emitter.emit('resize', metrics);
    this.stack.top()?.resized(metrics);
  }
}
