/**
 * Where the three parts of the preview meet: the runtime (this folder) implements `Host`;
 * `builtins/` registers the platform's own components through it, `wx/` builds the `wx` object
 * on it, and `shell/` draws what stands around the phone and implements `Shell`.
 *
 * Start order, in runtime/entry.ts:
 *   const shell = mountShell(boot);        // shell/index.ts, before any project code runs
 *   const host  = createHost(boot, shell);
 *   registerBuiltins(host);                // builtins/index.ts
 *   globalThis.wx = createWx(host, shell); // wx/index.ts
 *   …the project's own scripts run, then App is launched.
 *
 * Styles: any module here may `import './x.css'`; esbuild gathers them before the project's own.
 * They are written in px and may use the tags `wx-view`, `wx-button` …; `wx-page` is the page.
 */

/** Query values as WeChat gives them to onLoad: raw strings, not URL-decoded. */
export type Query = Record<string, string>;

/** One demonstration person, from the `--people` file. */
export interface Person {
  readonly openid: string;
  readonly name: string;
  readonly note?: string;
}

/** One demonstration code that can be "scanned": `path` is `pages/x/x?query`. */
export interface Code {
  readonly label: string;
  readonly path: string;
}

/** What the dev server tells the page; embedded in the HTML on each load. */
export interface Boot {
  /** project.config.json `projectname`, or the folder's name. */
  readonly projectName: string;
  readonly appid: string;
  /** Base address of a local cloud, without a slash at the end. */
  readonly cloud?: string;
  readonly people: readonly Person[];
  readonly codes: readonly Code[];
}

/** The parts of a page's or the app's `window` JSON which the preview reads. */
export interface WindowConfig {
  readonly navigationBarTitleText?: string;
  readonly navigationBarBackgroundColor?: string;
  readonly navigationBarTextStyle?: 'white' | 'black';
  readonly navigationStyle?: 'default' | 'custom';
  readonly backgroundColor?: string;
  readonly enablePullDownRefresh?: boolean;
  readonly onReachBottomDistance?: number;
  readonly disableScroll?: boolean;
  readonly homeButton?: boolean;
}

export interface TabItem {
  readonly pagePath: string;
  readonly text: string;
  readonly iconPath?: string;
  readonly selectedIconPath?: string;
}

export interface TabBarConfig {
  readonly custom?: boolean;
  readonly color?: string;
  readonly selectedColor?: string;
  readonly backgroundColor?: string;
  readonly borderStyle?: 'black' | 'white';
  readonly list: readonly TabItem[];
}

/** app.json as far as the preview reads it. `pages` holds every page, subpackages included. */
export interface AppConfig {
  readonly pages: readonly string[];
  readonly window: WindowConfig;
  readonly tabBar?: TabBarConfig;
  readonly entryPagePath: string;
  readonly networkTimeout: Readonly<Record<string, number>>;
  /** `__usePrivacyCheck__` and everything else, untouched. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** What WeChat hands to `fail`: always an errMsg; often errno or errCode too. */
export interface Failure {
  readonly errMsg: string;
  readonly errno?: number;
  readonly errCode?: number;
}

/** A component or page instance as project code sees it (`this`). */
export interface Caller {
  readonly is: string;
  readonly data: Readonly<Record<string, unknown>>;
  setData(data: Record<string, unknown>, callback?: () => void): void;
  triggerEvent(name: string, detail?: unknown, options?: TriggerOptions): void;
  [member: string]: unknown;
}

/** A page on the stack. */
export interface PageView {
  readonly route: string;
  readonly options: Query;
  readonly caller: Caller;
  /** The element with `data-route`; hidden (display: none) unless on top. It is what scrolls. */
  readonly element: HTMLElement;
}

export type NavigationKind = 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab';

export interface NavigateOptions {
  readonly url: string;
  /** Listeners for the event channel (navigateTo only). */
  readonly events?: Readonly<Record<string, (...data: unknown[]) => void>>;
}

/** wx.navigateTo's event channel, as given to both pages. */
export interface EventChannel {
  emit(name: string, ...data: unknown[]): void;
  on(name: string, listener: (...data: unknown[]) => void): void;
  once(name: string, listener: (...data: unknown[]) => void): void;
  off(name: string, listener?: (...data: unknown[]) => void): void;
}

/** onLaunch/onShow options. `scene` is WeChat's number: 1001 plain, 1047 scanned code. */
export interface LaunchOptions {
  readonly path: string;
  readonly query: Query;
  readonly scene: number;
  readonly shareTicket?: string;
  readonly referrerInfo: Readonly<Record<string, unknown>>;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** All in CSS px of the simulated phone. `window*` is the page's area, without bars. */
export interface Metrics {
  readonly screenWidth: number;
  readonly screenHeight: number;
  readonly windowWidth: number;
  readonly windowHeight: number;
  readonly statusBarHeight: number;
  /** The capsule at the top right, relative to the screen. */
  readonly capsule: Rect;
}

export interface NavigationBar {
  readonly title?: string;
  readonly frontColor?: string;
  readonly backgroundColor?: string;
  readonly loading?: boolean;
  /** wx.hideHomeButton passes false. */
  readonly home?: boolean;
}

export interface TabBarChange {
  readonly visible?: boolean;
  readonly item?: {
    readonly index: number;
    /** '' removes the badge. */
    readonly badge?: string;
    readonly dot?: boolean;
    readonly text?: string;
    readonly iconPath?: string;
    readonly selectedIconPath?: string;
  };
  readonly style?: {
    readonly color?: string;
    readonly selectedColor?: string;
    readonly backgroundColor?: string;
    readonly borderStyle?: string;
  };
}

/** Something the preview cannot do, or a limit broken: shown, never passed over. */
export interface Notice {
  /** api: `wx.x` is lacking · component: `<x>` is lacking · limit: a platform rule · error: thrown. */
  readonly kind: 'api' | 'component' | 'limit' | 'error';
  /** e.g. `wx.startBluetooth`, `map`, `setData`. The same kind and name is shown once. */
  readonly name: string;
  readonly text: string;
}

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

export type PropertyType =
  | StringConstructor
  | NumberConstructor
  | BooleanConstructor
  | ArrayConstructor
  | ObjectConstructor
  | null;

export interface BuiltinProperty {
  readonly type: PropertyType;
  readonly value?: unknown;
}

export interface TriggerOptions {
  readonly bubbles?: boolean;
  readonly composed?: boolean;
  readonly capturePhase?: boolean;
}

/** One instance of a built-in component in the page. */
export interface BuiltinNode {
  /** The `<wx-tag>` element; the component's slot content renders directly in it. */
  readonly host: HTMLElement;
  readonly tag: string;
  /** Current property values, by camelCase name. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Path of the component whose template holds this node. */
  readonly owner: string;
  readonly dataset: Readonly<Record<string, unknown>>;
  readonly id: string;
  readonly hooks: BuiltinHooks;
  /** Writes a property from inside (typing, choosing); `model:` bindings follow. */
  set(name: string, value: unknown): void;
  trigger(event: string, detail?: unknown, options?: TriggerOptions): void;
}

export interface BuiltinHooks {
  /** After a property changed from outside; also once for each property given, at creation. */
  changed?(name: string, value: unknown): void;
  /** The host element is in the document. */
  attached?(): void;
  detached?(): void;
  /** Taps on it are swallowed, e.g. a disabled button. */
  blocksTap?(): boolean;
  /**
   * After a tap on it (or inside it) reached the project's listeners; innermost node first.
   * `inTap()` is still true here: submit forms, navigate and open choices from this hook, not
   * from DOM clicks. `target` is the DOM element that was hit.
   */
  tapped?(target: Element): void;
  /** For `<label>`: what a tap on the label does. */
  activate?(): void;
  /**
   * The element inside which a person uses (an `<input>`): role and aria attributes of the
   * template go to it instead of the host.
   */
  readonly control?: HTMLElement;
  /** For `<form>`. */
  readonly field?: { value(): unknown; reset(): void };
  /** For createSelectorQuery().node() and .context(). */
  node?(): unknown;
  context?(): unknown;
}

export interface FormField {
  readonly name: string;
  value(): unknown;
  reset(): void;
}

export interface BuiltinDefinition {
  readonly tag: string;
  readonly properties: Readonly<Record<string, BuiltinProperty>>;
  /** Whether content inside the tag is rendered (in `host`). */
  readonly slot: boolean;
  /** Called once an instance; may put own elements into `node.host`. */
  mount(node: BuiltinNode): BuiltinHooks;
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

/** Signatures which the other two folders export. */
export type MountShell = (boot: Boot) => Shell;
export type RegisterBuiltins = (host: Host) => void;
export type CreateWx = (host: Host, shell: Shell) => Record<string, unknown>;
