/** How the platform's own components are written; registered by `Host.defineBuiltin`. */

import type { TriggerOptions } from './host-values';

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
