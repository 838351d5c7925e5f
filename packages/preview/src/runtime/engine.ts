/**
 * The one place which touches glass-easel's and the adapter's own types. Their generics describe
 * statically typed components; a project's components are only known at run time, so they are
 * narrowed here to what the preview uses.
 */
import * as glassEasel from 'glass-easel';
import { component, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { Caller } from './host';

export type EngineElement = glassEasel.Element;
export type EngineComponent = glassEasel.GeneralComponent;

/** A project's definition object, or one of the preview's own. */
export type Definition = Record<string, unknown>;

export interface EngineBuilder {
  definition(definition: Definition): EngineBuilder;
  pageDefinition(definition: Definition): EngineBuilder;
  register(): { readonly _$: glassEasel.GeneralComponentDefinition };
}

export interface EngineBehavior {
  readonly _$: glassEasel.GeneralBehavior;
}

export interface EngineBehaviorBuilder {
  definition(definition: Definition): EngineBehaviorBuilder;
  register(): EngineBehavior;
}

export interface EngineRoot {
  get(): Caller;
  getComponent(): EngineComponent;
  attach(parent: Element, placeholder: Element): void;
  release(): void;
}

export interface CodeSpace {
  getComponentSpace(): glassEasel.ComponentSpace;
  addStyleSheet(path: string, url: string | undefined, scope: string): void;
  addComponentStaticConfig(path: string, config: Record<string, unknown>): void;
  addCompiledTemplate(path: string, template: Record<string, unknown>): void;
  component(path: string): EngineBuilder;
  behavior(): EngineBehaviorBuilder;
  setOverallBehavior(behavior: glassEasel.GeneralBehavior): void;
}

export interface Engine {
  readonly space: CodeSpace;
  createRoot(tag: string, url: string): EngineRoot;
  /** What all components and pages inherit from. */
  callerPrototype(): Record<string, unknown>;
  /** What all elements of templates inherit from. */
  elementPrototype(): object;
}

/** The part of a component's template instance which sets what a template says. */
export interface TemplateSetter {
  /** Property of a component, or attribute of a plain element. */
  r: (element: EngineElement, name: string, value: unknown, ...rest: unknown[]) => void;
  /** Id. */
  i: (element: EngineElement, id: string) => void;
}

/** Starts the engine: elements are made by `document`, see dom.ts. */
export function startEngine(dom: Record<string, unknown>): Engine {
  const env = new MiniProgramEnv();
  const space = env.createCodeSpace('', true) as unknown as CodeSpace;
  const context = new glassEasel.CurrentWindowBackendContext();
  Object.assign(context, dom);
  glassEasel.globalOptions.useMethodCallerListeners = true;
  const backend = env.associateBackend(context);
  return {
    space,
    createRoot: (tag, url) => backend.createRoot(tag, space as never, url) as unknown as EngineRoot,
    elementPrototype: () => glassEasel.Element.prototype,
    callerPrototype: () =>
      component.ComponentCaller.prototype as unknown as Record<string, unknown>,
  };
}

export const { addGlobalErrorListener, addGlobalWarningListener } = glassEasel;

/** The engine's element behind a DOM element or one of its ancestors. */
export function elementAt(node: Element | null): EngineElement | undefined {
  let at: Element | null = node;
  while (at) {
    const found = (at as { __wxElement?: EngineElement }).__wxElement;
    if (found) return found;
    at = at.parentElement;
  }
  return undefined;
}

/** The DOM element of an engine element; none for virtual hosts. */
export function domOf(element: EngineElement): HTMLElement | undefined {
  const backend: unknown = element.getBackendElement();
  return backend instanceof HTMLElement ? backend : undefined;
}

/** All DOM elements of an engine element: for a virtual host those of its content. */
export function domElementsOf(element: EngineElement): HTMLElement[] {
  const own = domOf(element);
  if (own) return [own];
  const found: HTMLElement[] = [];
  element.forEachComposedChild((child) => {
    if (glassEasel.Element.isElement(child)) found.push(...domElementsOf(child));
  });
  return found;
}

/** The component if this element is one. */
export function asComponent(element: EngineElement): EngineComponent | undefined {
  return glassEasel.Component.isComponent(element) ? element : undefined;
}

/** An element for whose tag no component is registered. */
export function isPlainElement(element: EngineElement): element is glassEasel.NativeNode {
  return glassEasel.NativeNode.isNativeNode(element);
}

export function hasProperty(component: EngineComponent, name: string): boolean {
  return glassEasel.Component.hasProperty(component, name);
}

/** The component whose template holds this element. */
export function ownerOf(element: EngineElement): EngineComponent | undefined {
  return element.ownerShadowRoot?.getHostNode();
}

/** `this` of a component. */
export function callerOf(component: EngineComponent): Caller {
  return component.getMethodCaller() as unknown as Caller;
}

/** The component behind a project's `this`. */
export function componentOf(caller: Caller): EngineComponent {
  return (caller as unknown as { _$: EngineComponent })._$;
}

export function selectOne(component: EngineComponent, selector: string): EngineElement | undefined {
  return component.getShadowRoot()?.querySelector(selector) ?? undefined;
}

export function selectAll(component: EngineComponent, selector: string): EngineElement[] {
  return component.getShadowRoot()?.querySelectorAll(selector) ?? [];
}

export interface DispatchOptions {
  readonly extra: Record<string, unknown>;
  readonly original: Event;
}

export interface Dispatched {
  /** At least one listener of the project heard it. */
  readonly heard: boolean;
  readonly defaultPrevented: boolean;
  /** Where a `catch` listener stopped it. */
  readonly stoppedAt: Element | undefined;
}

/** Sends a bubbling event through the component tree, as WeChat sends touches and taps. */
export function dispatch(
  target: EngineElement,
  type: string,
  detail: unknown,
  options: DispatchOptions,
): Dispatched {
  let heard = false;
  let stoppedAt: Element | undefined;
  const event = new glassEasel.Event(type, detail, {
    originalEvent: options.original,
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields: options.extra,
    handleListenerReturn: (value) => {
      heard = true;
      return value === false ? false : undefined;
    },
  });
  const stop = event.stopPropagation.bind(event);
  // Called on the event as each listener sees it, so `this` knows where it is.
  event.stopPropagation = function (this: { currentTarget?: unknown }) {
    stop();
    const at = this.currentTarget;
    const inner =
      (at as { _$?: EngineElement } | undefined)?._$ ?? (at as EngineElement | undefined);
    stoppedAt = inner && domElementsOf(inner)[0];
  };
  glassEasel.Event.dispatchEvent(target, event);
  return { heard, defaultPrevented: event.defaultPrevented(), stoppedAt };
}
