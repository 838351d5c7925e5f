/**
 * Where the three parts of the preview meet: the runtime (this folder) implements `Host`;
 * `builtins/` registers the platform's own components through it, `wx/` builds the `wx` object
 * on it, and `shell/` draws what stands around the phone and implements `Shell`.
 *
 * Start order, in entry.ts:
 *   const shell = mountShell(boot);        // shell/index.ts, before any project code runs
 *   const host  = createHost(boot, shell);
 *   registerBuiltins(host);                // builtins/index.ts
 *   globalThis.wx = createWx(host, shell); // wx/index.ts
 *   …the project's own scripts run, then App is launched.
 *
 * Styles: any module here may `import './x.css'`; esbuild gathers them before the project's own.
 * They are written in px and may use the tags `wx-view`, `wx-button` …; `wx-page` is the page.
 */

import type { BuiltinDefinition, BuiltinNode, FormField } from './host-builtins';
import type { AppConfig, Boot, WindowConfig } from './host-config';
import type {
  Caller,
  EventChannel,
  LaunchOptions,
  Metrics,
  NavigateOptions,
  NavigationBar,
  NavigationKind,
  Notice,
  PageView,
  Query,
  Rect,
  TabBarChange,
} from './host-values';

export type * from './host-builtins';
export type * from './host-config';
export type * from './host-values';

export interface HostEvents {
  appShow: LaunchOptions;
  appHide: undefined;
  /** Message and stack in one string, as WeChat's wx.onError gives it. */
  error: string;
  unhandledRejection: { readonly reason: unknown; readonly promise: Promise<unknown> };
  pageNotFound: { readonly path: string; readonly query: Query; readonly isEntryPage: boolean };
  /** After each change of the top page. */
  route: PageView;
  /** The phone's size changed. */
  resize: Metrics;
}

/** The runtime as seen by wx/, builtins/ and shell/. */
export interface Host {
  readonly boot: Boot;
  readonly app: AppConfig;
  readonly launchOptions: LaunchOptions;
  /** The latest options of App.onShow. */
  readonly enterOptions: LaunchOptions;

  /** Resolves when the new page is shown; rejects with a `Failure` worded as WeChat's. */
  navigate(
    kind: NavigationKind,
    options: NavigateOptions,
  ): Promise<{ readonly errMsg: string; readonly eventChannel?: EventChannel }>;
  navigateBack(delta?: number): Promise<{ readonly errMsg: string }>;
  /** Bottom of the stack first. */
  currentPages(): readonly PageView[];
  topPage(): PageView | undefined;
  /** JSON of a page or component, by its path. */
  pageConfig(route: string): WindowConfig;
  /**
   * Enters the app anew as WeChat does for a scanned code or an opened message:
   * App.onHide, onShow with these options, then reLaunch to the page.
   */
  enter(url: string, scene: number): Promise<void>;
  /** App goes to the background and comes back (e.g. "leave and return" in the shell). */
  hideApp(): void;
  showApp(): void;

  setNavigationBar(change: NavigationBar): void;
  setTabBar(change: TabBarChange): void;
  /** Calls the page's onPullDownRefresh with the spinner shown, until stopped. */
  startPullDownRefresh(): void;
  stopPullDownRefresh(): void;

  metrics(): Metrics;
  /** True only while a real tap of the user is being dispatched, synchronous code only. */
  inTap(): boolean;
  /** DOM rectangle relative to the current page's visible area (what WeChat measures). */
  rectOf(element: Element): Rect;
  /** The first element of a page that a selector names; `>>>` leads into components. */
  find(page: PageView, selector: string): Element | undefined;
  /** `12rpx` in a style string becomes units which follow the phone's width. */
  styleText(css: string): string;
  /**
   * Address of a file of the project. `owner` is the path of the component whose template names
   * it. http(s):, data:, blob:, cloud:, wxfile: and http://tmp/ come back unchanged.
   */
  assetUrl(src: string, owner: string): string;

  /** Scoped to `component`, or to the top page. Both follow WeChat's API. */
  createSelectorQuery(component?: Caller): unknown;
  createIntersectionObserver(component: Caller | undefined, options?: unknown): unknown;

  notice(notice: Notice): void;
  /** Reports to App.onError, `error` listeners, the console and a notice. */
  reportError(error: unknown): void;
  on<K extends keyof HostEvents>(event: K, listener: (value: HostEvents[K]) => void): () => void;

  /** Registers a component of the platform; `tag` without the `wx-` prefix. */
  defineBuiltin(definition: BuiltinDefinition): void;
  /** Tags which are bare elements with no behaviour (CSS alone), e.g. view. */
  definePlain(tags: readonly string[]): void;
  /**
   * An attribute which every tag understands, e.g. `animation`: called with the raw value
   * whenever a template sets it, instead of writing it to the element.
   */
  defineAttribute(name: string, apply: (element: HTMLElement, value: unknown) => void): void;
  /** The built-in whose host element this is. */
  nodeOf(element: Element): BuiltinNode | undefined;
  /**
   * Named form fields inside an element in document order: built-ins whose hooks have `field`,
   * and custom components with the behaviour wx://form-field.
   */
  fieldsIn(element: Element): FormField[];
}

/** What shell/ gives the runtime. */
export interface Shell {
  /**
   * An empty, positioned element which is the phone's screen. The runtime draws the navigation
   * bar, pages and tab bar in it. Its size may change at any time; never CSS-transformed.
   */
  readonly screen: HTMLElement;
  /** Px kept free at the top for the phone's status bar; 0 as a full page on a phone. */
  statusBarHeight(): number;
  /** Shows a notice (role="alert") until it is dismissed. */
  notice(notice: Notice): void;
}
