import type { TemplateGroup } from '../build/bundle';
import { asComponent, domOf, type EngineElement, hasProperty, type TemplateSetter } from './engine';

export type ApplyAttribute = (element: HTMLElement, value: unknown) => void;

export interface CommonAttributes {
  /** Attributes with a meaning on every tag, by name; see `Host.defineAttribute`. */
  readonly defined: ReadonlyMap<string, ApplyAttribute>;
  /** The element to which role and aria attributes go; see `BuiltinHooks.control`. */
  readonly control: (host: HTMLElement) => HTMLElement;
}

/**
 * Wraps a compiled template so that what every tag understands works on every tag: aria
 * attributes in both spellings, `hidden`, ids in the DOM, and the attributes defined elsewhere.
 */
export function equipTemplate(group: TemplateGroup, common: CommonAttributes): TemplateGroup {
  const equipped = new WeakSet<TemplateSetter>();
  return (name) => {
    const generator = group(name);
    if (!generator) return undefined;
    return (...args: never[]) => {
      const setter: TemplateSetter | undefined = args[0];
      if (setter && !equipped.has(setter)) {
        equipped.add(setter);
        equip(setter, common);
      }
      return generator(...args);
    };
  };
}

function equip(setter: TemplateSetter, common: CommonAttributes): void {
  const setProperty = setter.r;
  setter.r = (element, name, value, ...rest) => {
    if (!applyCommon(element, name, value, common)) setProperty(element, name, value, ...rest);
  };
  const setId = setter.i;
  setter.i = (element, id) => {
    setId(element, id);
    const dom = domOf(element);
    if (dom && id) dom.setAttribute('id', String(id));
  };
}

function applyCommon(
  element: EngineElement,
  name: string,
  value: unknown,
  common: CommonAttributes,
): boolean {
  const component = asComponent(element);
  if (component && hasProperty(component, camelCase(name))) return false;
  const dom = domOf(element);
  if (!dom) return false;
  const aria = ariaName(name);
  if (aria !== undefined) {
    const control = common.control(dom);
    // Inside it is a real control already: the role would only be said twice.
    if (control !== dom && aria === 'role') return true;
    if (value === undefined || value === null || value === '') control.removeAttribute(aria);
    else control.setAttribute(aria, String(value));
    return true;
  }
  const apply = common.defined.get(name);
  if (apply) {
    apply(dom, value);
    return true;
  }
  if (name === 'hidden' && component) {
    dom.toggleAttribute('hidden', Boolean(value));
    return true;
  }
  return false;
}

/** `role` for aria-role and ariaRole, `aria-label` for ariaLabel; undefined for other names. */
export function ariaName(name: string): string | undefined {
  if (!name.startsWith('aria')) return undefined;
  const dashed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (!dashed.startsWith('aria-')) return undefined;
  return dashed === 'aria-role' ? 'role' : dashed;
}

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
