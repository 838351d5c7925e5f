import { BUILTIN_TAGS } from '../build/tags';
import { convertUnits } from '../build/units';
import { type EngineElement, isPlainElement } from './engine';

/** DOM events which WeChat also sends to plain elements under the same name. */
const PASSED_ON = new Set([
  'transitionend',
  'animationstart',
  'animationiteration',
  'animationend',
]);

/** What the engine must know to make elements. */
export interface DomOptions {
  /** A tag of the platform that needs no component. */
  readonly isPlain: (tag: string) => boolean;
  /** A tag of the platform which nobody registered. */
  readonly lacking: (tag: string) => void;
  /** A tag which is neither the platform's nor declared by the project. */
  readonly unknown: (tag: string) => void;
}

/**
 * Overrides of the engine's browser backend: how elements are made, and which DOM events it
 * forwards. Touches and taps are not among them: gestures.ts sends those.
 */
export function domOverrides(options: DomOptions, forward: ForwardEvent): Record<string, unknown> {
  return {
    document: {
      createElement: (tag: string) => createElement(tag),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    },
    associateValue(element: Element & { __wxElement?: EngineElement }, value: EngineElement) {
      element.__wxElement = value;
      if (isPlainElement(value)) checkTag(value.is, options);
    },
    setListenerStats(element: Element, type: string) {
      if (!PASSED_ON.has(type) || listening(element, type)) return;
      element.addEventListener(type, (event) => {
        if (event.target === element) forward(element, event);
      });
    },
  };
}

export type ForwardEvent = (element: Element, event: Event) => void;

const listened = new WeakMap<Element, Set<string>>();

function listening(element: Element, type: string): boolean {
  const types = listened.get(element) ?? new Set();
  listened.set(element, types);
  if (types.has(type)) return true;
  types.add(type);
  return false;
}

function createElement(tag: string): HTMLElement {
  // A project's component may be called `dialog` or `menu`: never make those real.
  const element = document.createElement(tag.includes('-') ? tag : `mp-${tag}`);
  element.setAttribute = setAttribute;
  return element;
}

/** An element without a component behind it: fine for a plain tag, a gap otherwise. */
function checkTag(tag: string, options: DomOptions): void {
  const own = tag.startsWith('wx-') ? tag.slice(3) : undefined;
  if (own === undefined || !BUILTIN_TAGS.has(own)) options.unknown(tag);
  else if (!options.isPlain(own)) options.lacking(own);
}

/** Inline styles have rpx too. */
function setAttribute(this: Element, name: string, value: string): void {
  const text = name === 'style' ? convertUnits(String(value)) : value;
  Element.prototype.setAttribute.call(this, name, text);
}
