/** Values which go between the runtime and wx/, in the shapes of WeChat. */

/** Query values as WeChat gives them to onLoad: raw strings, not URL-decoded. */
export type Query = Record<string, string>;

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

export interface TriggerOptions {
  readonly bubbles?: boolean;
  readonly composed?: boolean;
  readonly capturePhase?: boolean;
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
