import type { LaunchOptions, Query } from './host';
import { parsePageUrl } from './url';

type Hook = (this: unknown, ...args: unknown[]) => unknown;

/** The one App instance of the project and its lifecycle. */
export class AppInstance {
  private instance: Record<string, unknown> = {};
  private visible = false;
  launchOptions: LaunchOptions = { path: '', query: {}, scene: 1001, referrerInfo: {} };
  enterOptions: LaunchOptions = this.launchOptions;

  constructor(
    private readonly guard: (run: () => void) => void,
    private readonly changed: (event: 'appShow' | 'appHide') => void,
  ) {}

  /** What `App({…})` was given becomes what `getApp()` gives. */
  define(definition: Record<string, unknown>): void {
    this.instance = definition;
  }

  get(): Record<string, unknown> {
    return this.instance;
  }

  launch(options: LaunchOptions): void {
    this.launchOptions = options;
    this.call('onLaunch', options);
    this.show(options);
  }

  show(options: LaunchOptions): void {
    if (this.visible) return;
    this.visible = true;
    this.enterOptions = options;
    this.call('onShow', options);
    this.changed('appShow');
  }

  hide(): void {
    if (!this.visible) return;
    this.visible = false;
    this.call('onHide');
    this.changed('appHide');
  }

  /** Calls a hook of the app; false when it has none of this name. */
  call(name: string, ...args: unknown[]): boolean {
    const hook = this.instance[name];
    if (!isHook(hook)) return false;
    this.guard(() => hook.apply(this.instance, args));
    return true;
  }
}

function isHook(value: unknown): value is Hook {
  return typeof value === 'function';
}

/** Scene 1047 is a scanned mini-program code, which carries `scene`; 1001 is none in particular. */
export function launchOptionsFor(url: string, scene?: number): LaunchOptions {
  const { route, query } = parsePageUrl(url);
  return { path: route, query, scene: scene ?? sceneOf(query), referrerInfo: {} };
}

function sceneOf(query: Query): number {
  return query['scene'] === undefined ? 1001 : 1047;
}
