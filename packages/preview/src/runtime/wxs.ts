import { convertUnits } from '../build/units';
import {
  callerOf,
  componentOf,
  domElementsOf,
  type EngineComponent,
  type EngineElement,
  ownerOf,
  selectAll,
  selectOne,
} from './engine';
import type { Caller } from './host';

/** What WXS calls ComponentDescriptor: an element or a component, handled without setData. */
interface Descriptor {
  [member: string]: unknown;
}

const states = new WeakMap<EngineElement, Record<string, unknown>>();

function describe(element: EngineElement, scope: EngineComponent): Descriptor {
  const doms = () => domElementsOf(element);
  const owner = element as Partial<EngineComponent>;
  const inner = typeof owner.getShadowRoot === 'function' ? (element as EngineComponent) : scope;
  const descriptor: Descriptor = {
    selectComponent(selector: string) {
      const found = selectOne(inner, selector);
      return found ? describe(found, inner) : null;
    },
    selectAllComponents: (selector: string) =>
      selectAll(inner, selector).map((found) => describe(found, inner)),
    setStyle(style: string | Record<string, unknown>) {
      for (const dom of doms()) applyStyle(dom, style);
      return descriptor;
    },
    addClass(...names: string[]) {
      for (const name of names) element.classList?.toggle(name, true);
      return descriptor;
    },
    removeClass(...names: string[]) {
      for (const name of names) element.classList?.toggle(name, false);
      return descriptor;
    },
    hasClass: (name: string) => element.classList?.contains(name) ?? false,
    getDataset: () => element.dataset ?? {},
    getState() {
      const state = states.get(element) ?? {};
      states.set(element, state);
      return state;
    },
    callMethod(name: string, argument: unknown) {
      const caller = callerOf(inner);
      const method = caller[name];
      if (typeof method === 'function') method.call(caller, argument);
    },
    triggerEvent: (name: string, detail: unknown) => callerOf(inner).triggerEvent(name, detail),
    getBoundingClientRect: () => doms()[0]?.getBoundingClientRect(),
    getComputedStyle(names: string[]) {
      const dom = doms()[0];
      const style = dom && getComputedStyle(dom);
      return Object.fromEntries(
        names.map((name) => [name, style?.getPropertyValue(dashed(name)) ?? '']),
      );
    },
    requestAnimationFrame: (run: () => void) => requestAnimationFrame(run),
    setTimeout: (run: () => void, ms?: number) => setTimeout(run, ms),
    clearTimeout: (timer: number) => clearTimeout(timer),
  };
  return descriptor;
}

function applyStyle(dom: HTMLElement, style: string | Record<string, unknown>): void {
  const pairs: [string, string][] =
    typeof style === 'string'
      ? style.split(';').map((part) => {
          const colon = part.indexOf(':');
          return [part.slice(0, colon).trim(), part.slice(colon + 1).trim()];
        })
      : Object.entries(style).map(([name, value]) => [dashed(name), String(value)]);
  for (const [name, value] of pairs) {
    if (name !== '') dom.style.setProperty(name, convertUnits(value));
  }
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

type Listener = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Called by the compiled templates (see build/wxml.ts): a path which begins with a number other
 * than 0 means that the function comes from a WXS module.
 */
const bridge = {
  observer(listener: Listener, path?: unknown[] | null): Listener {
    if (!isScript(path)) return listener;
    // Afterwards, as in WeChat: it may call a method that sets data, and the tree is being changed.
    return (value, before, host, element) =>
      queueMicrotask(() => {
        listener.call(
          null,
          value,
          before,
          describe(host as EngineElement, host as EngineComponent),
          describe(element as EngineElement, host as EngineComponent),
        );
      });
  },
  listener(caller: Caller, event: object, listener: Listener, path?: unknown[] | null): unknown {
    if (!isScript(path)) return listener.call(caller, event);
    const owner = componentOf(caller);
    const at = (event as { currentTarget?: unknown }).currentTarget;
    const element = (at as { _$?: EngineElement })?._$ ?? (at as EngineElement | undefined);
    const shown: { instance?: Descriptor } = Object.create(event);
    if (element) shown.instance = describe(element, ownerOf(element) ?? owner);
    return listener.call(null, shown, describe(owner, owner));
  },
};

function isScript(path: unknown[] | null | undefined): boolean {
  return Array.isArray(path) && (path[0] === 1 || path[0] === 2);
}

/** The name of a value's type, as `.constructor` gives it in WXS. */
function constructorName(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return 'Array';
  if (value instanceof RegExp) return 'RegExp';
  if (value instanceof Date) return 'Date';
  switch (typeof value) {
    case 'function':
      return 'Function';
    case 'string':
      return 'String';
    case 'number':
      return 'Number';
    case 'boolean':
      return 'Boolean';
    default:
      return 'Object';
  }
}

/** Puts what WXS modules expect around them on the global object. */
export function installWxs(): void {
  Object.assign(globalThis, {
    __wxsBridge: bridge,
    __wxsConstructor: constructorName,
    getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
    getDate: (...parts: unknown[]) => Reflect.construct(Date, parts),
  });
}
