import { componentOf } from './engine';
import type { Caller, Notice } from './host';
import { pageOf } from './page';

/** Most that one setData may carry, counted as WeChat does in characters of JSON. */
const SET_DATA_LIMIT = 1024 * 1024;

export interface CallerHooks {
  readonly createSelectorQuery: (caller: Caller) => unknown;
  readonly createIntersectionObserver: (caller: Caller, options: unknown) => unknown;
  readonly notice: (notice: Notice) => void;
}

/**
 * Gives every component and page the members which WeChat's have and the engine's lack, and the
 * limit on setData. `prototype` is shared by all of them.
 */
export function equipCallers(prototype: Record<string, unknown>, hooks: CallerHooks): void {
  const setData = prototype['setData'];
  if (typeof setData !== 'function') throw new Error('The component engine has no setData.');
  Object.assign(prototype, {
    setData(this: Caller, data: Record<string, unknown>, callback?: () => void) {
      if (typeof data !== 'object' || data === null) {
        throw new TypeError('setData: an object is expected');
      }
      if (isTooLarge(this, data, hooks)) return;
      setData.call(this, data, callback);
    },
    triggerEvent: triggerWithDefaults(prototype['triggerEvent']),
    createSelectorQuery(this: Caller) {
      return hooks.createSelectorQuery(this);
    },
    createIntersectionObserver(this: Caller, options: unknown) {
      return hooks.createIntersectionObserver(this, options);
    },
    getTabBar(this: Caller, callback?: (bar: Caller) => void) {
      const bar = pageOf(componentOf(this))?.tabBar ?? null;
      if (bar) callback?.(bar);
      return bar;
    },
    getOpenerEventChannel(this: Caller) {
      return pageOf(componentOf(this))?.opener ?? SILENT_CHANNEL;
    },
    getPageId(this: Caller) {
      return pageOf(componentOf(this))?.route ?? '';
    },
    animate: lacking('animate', hooks),
    clearAnimation: lacking('clearAnimation', hooks),
    setUpdatePerformanceListener: lacking('setUpdatePerformanceListener', hooks),
  });
}

/** What a page has as its channel when nobody opened it with navigateTo. */
const SILENT_CHANNEL = {
  emit: () => undefined,
  on: () => undefined,
  once: () => undefined,
  off: () => undefined,
};

function isTooLarge(caller: Caller, data: Record<string, unknown>, hooks: CallerHooks): boolean {
  const size = sizeOf(data);
  if (size <= SET_DATA_LIMIT) return false;
  const text =
    `setData of ${caller.is} carries ${Math.ceil(size / 1024)} KB; ` +
    'WeChat takes no more than 1024 KB at a time. The data was not set.';
  console.error(text);
  hooks.notice({ kind: 'limit', name: 'setData', text });
  return true;
}

function sizeOf(data: Record<string, unknown>): number {
  try {
    return JSON.stringify(data).length;
  } catch {
    // A value that refers to itself: the engine reports that by itself.
    return 0;
  }
}

function triggerWithDefaults(trigger: unknown) {
  if (typeof trigger !== 'function') throw new Error('The component engine has no triggerEvent.');
  return function (this: Caller, name: string, detail?: unknown, options?: unknown) {
    return trigger.call(this, name, detail === undefined ? {} : detail, options ?? {});
  };
}

function lacking(name: string, hooks: CallerHooks) {
  return () => {
    hooks.notice({
      kind: 'api',
      name: `this.${name}`,
      text: `this.${name} is not simulated here.`,
    });
  };
}
