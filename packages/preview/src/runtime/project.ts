import type { BundledComponent, ProjectBundle } from '../build/bundle';
import type { PlatformBehaviors } from './behaviors';
import { type CodeSpace, type Definition, domOf, type EngineComponent } from './engine';
import type { Modules } from './modules';
import type { ReadyQueue } from './ready';
import { type CommonAttributes, equipTemplate } from './template';

export interface DefinitionGlobals {
  readonly space: CodeSpace;
  readonly modules: Modules;
  readonly behaviors: PlatformBehaviors;
  readonly reportError: (error: unknown) => void;
}

/** Tells the engine about every template and configuration of the bundle. */
export function addComponents(
  space: CodeSpace,
  bundle: ProjectBundle,
  common: CommonAttributes,
  ready: ReadyQueue,
): void {
  const mark = space.behavior().definition({
    lifetimes: {
      // The host says which component it is: for `:host` in shared styles, and for the curious.
      created(this: { _$: EngineComponent }) {
        domOf(this._$)?.setAttribute('data-is', this._$.is);
      },
      attached(this: { _$: EngineComponent }) {
        ready.attached(this._$);
      },
      detached(this: { _$: EngineComponent }) {
        ready.detached(this._$);
      },
    },
  });
  space.setOverallBehavior(mark.register()._$);
  for (const component of bundle.components) {
    if (component.prefix !== undefined) {
      space.addStyleSheet(component.id, undefined, component.prefix);
    }
    space.addComponentStaticConfig(component.id, staticConfig(component));
    const group = bundle.templates[component.id];
    if (!group) continue;
    space.addCompiledTemplate(component.id, {
      groupList: bundle.templates,
      content: equipTemplate(group, common),
      fallbackListenerOnNativeNode: true,
    });
  }
}

function staticConfig(component: BundledComponent): Record<string, unknown> {
  const generics = Object.entries(component.generics).map(([name, value]) => [
    name,
    value === true ? true : { default: `/${value}` },
  ]);
  const using = Object.entries(component.using).map(([tag, id]) => [tag, `/${id}`]);
  return {
    component: !component.page,
    usingComponents: Object.fromEntries(using),
    componentGenerics: Object.fromEntries(generics),
    styleIsolation: component.isolation,
    ...(component.pureDataPattern === undefined
      ? {}
      : { pureDataPattern: component.pureDataPattern }),
  };
}

/** Puts Page, Component, Behavior and their like on the global object. */
export function installDefinitionGlobals({
  space,
  modules,
  behaviors: platform,
  reportError,
}: DefinitionGlobals): void {
  const prepare = (definition: Definition): Definition => {
    const behaviors = definition['behaviors'];
    if (!Array.isArray(behaviors)) return definition;
    const known = behaviors.map((item: unknown) => {
      if (typeof item !== 'string') return item;
      const found = platform.get(item);
      if (!found) reportError(new Error(`behaviors: there is no ${item}`));
      return found;
    });
    return { ...definition, behaviors: known.filter((item) => item !== undefined) };
  };
  const defining = (what: string): string => {
    const id = modules.defining();
    if (id === undefined)
      throw new Error(`${what} is called outside a page's or component's script`);
    return id;
  };
  Object.assign(globalThis, {
    Page(definition: Definition) {
      space.component(defining('Page')).pageDefinition(prepare(definition)).register();
    },
    Component(definition: Definition) {
      space.component(defining('Component')).definition(prepare(definition)).register();
    },
    Behavior: (definition: Definition) =>
      space.behavior().definition(prepare(definition)).register(),
  });
}
