import type { PlatformBehaviors } from './behaviors';
import {
  asComponent,
  type CodeSpace,
  callerOf,
  domOf,
  type EngineComponent,
  elementAt,
  ownerOf,
} from './engine';
import type {
  BuiltinDefinition,
  BuiltinHooks,
  BuiltinNode,
  Caller,
  FormField,
  TriggerOptions,
} from './host';

const EMPTY_TEMPLATE = { content: () => () => ({ C: () => undefined, B: {} }) };

/** The platform's own components, as registered by builtins/. */
export class Builtins {
  private readonly plain = new Set<string>();
  private readonly nodes = new WeakMap<Element, BuiltinNode>();

  constructor(
    private readonly space: CodeSpace,
    private readonly behaviors: PlatformBehaviors,
    private readonly guard: (run: () => void) => void,
  ) {}

  isPlain(tag: string): boolean {
    return this.plain.has(tag);
  }

  definePlain(tags: readonly string[]): void {
    for (const tag of tags) this.plain.add(tag);
  }

  nodeOf(element: Element): BuiltinNode | undefined {
    return this.nodes.get(element);
  }

  /** Registers one component for the tag `wx-<tag>` in every template. */
  define(definition: BuiltinDefinition): void {
    const id = `__builtin/${definition.tag}`;
    this.space.addComponentStaticConfig(id, {
      component: true,
      usingComponents: {},
      styleIsolation: 'shared',
    });
    if (!definition.slot) this.space.addCompiledTemplate(id, EMPTY_TEMPLATE);
    const { nodes, guard } = this;
    const live = new WeakMap<Caller, LiveNode>();
    const observers: Record<string, unknown> = {};
    for (const name of Object.keys(definition.properties)) {
      observers[name] = function (this: Caller, value: unknown) {
        const node = live.get(this);
        if (node) guard(() => node.changedOutside(name, value));
      };
    }
    const type = this.space
      .component(id)
      .definition({
        properties: definition.properties,
        observers,
        lifetimes: {
          created(this: Caller) {
            const node = LiveNode.create(definition, this);
            if (!node) return;
            live.set(this, node);
            nodes.set(node.host, node);
            guard(() => node.mount());
          },
          attached(this: Caller) {
            guard(() => live.get(this)?.hooks.attached?.());
          },
          detached(this: Caller) {
            guard(() => live.get(this)?.hooks.detached?.());
          },
        },
      })
      .register();
    this.space.getComponentSpace().setGlobalUsingComponent(`wx-${definition.tag}`, type._$);
  }

  /** Named form fields inside `element`, in document order. */
  fieldsIn(element: Element): FormField[] {
    const fields: FormField[] = [];
    for (const inner of element.querySelectorAll('*')) {
      const node = this.nodes.get(inner);
      const name = node?.data['name'];
      const field = node?.hooks.field;
      if (field && typeof name === 'string' && name !== '') {
        fields.push({ name, value: () => field.value(), reset: () => field.reset() });
      } else if (!node) {
        const own = this.customField(inner);
        if (own) fields.push(own);
      }
    }
    return fields;
  }

  /** A project's component with the behaviour wx://form-field. */
  private customField(element: Element): FormField | undefined {
    const found = elementAt(element);
    const component = found && domOf(found) === element ? asComponent(found) : undefined;
    if (!component || !this.behaviors.isFormField(component)) return undefined;
    const caller = callerOf(component);
    const name = caller.data['name'];
    if (typeof name !== 'string' || name === '') return undefined;
    const first = caller.data['value'];
    return {
      name,
      value: () => caller.data['value'],
      reset: () => caller.setData({ value: first }),
    };
  }
}

class LiveNode implements BuiltinNode {
  hooks: BuiltinHooks = {};
  private settingInside = false;

  static create(definition: BuiltinDefinition, caller: Caller): LiveNode | undefined {
    const component = (caller as unknown as { _$: EngineComponent })._$;
    const host = domOf(component);
    return host && new LiveNode(definition, caller, component, host);
  }

  private constructor(
    private readonly definition: BuiltinDefinition,
    private readonly caller: Caller,
    private readonly component: EngineComponent,
    readonly host: HTMLElement,
  ) {}

  get tag(): string {
    return this.definition.tag;
  }

  get data(): Readonly<Record<string, unknown>> {
    return this.caller.data;
  }

  get owner(): string {
    return ownerOf(this.component)?.is ?? '';
  }

  get dataset(): Readonly<Record<string, unknown>> {
    return this.component.dataset ?? {};
  }

  get id(): string {
    return this.component.id;
  }

  mount(): void {
    this.hooks = this.definition.mount(this);
  }

  changedOutside(name: string, value: unknown): void {
    if (!this.settingInside) this.hooks.changed?.(name, value);
  }

  set(name: string, value: unknown): void {
    this.settingInside = true;
    try {
      this.component.replaceDataOnPath([name] as never, value as never);
      this.component.applyDataUpdates();
    } finally {
      this.settingInside = false;
    }
  }

  trigger(event: string, detail: unknown = {}, options: TriggerOptions = {}): void {
    this.caller.triggerEvent(event, detail, options);
  }
}
