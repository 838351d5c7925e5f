import type { CodeSpace, Definition, EngineBehavior, EngineComponent } from './engine';

/** The behaviours which the platform itself provides, by the names which projects give. */
export class PlatformBehaviors {
  private readonly known = new Map<string, EngineBehavior>();

  constructor(space: CodeSpace) {
    const define = (name: string, definition: Definition) => {
      this.known.set(name, space.behavior().definition(definition).register());
    };
    define('wx://form-field', {
      properties: { name: { type: String, value: '' }, value: { type: null, value: null } },
    });
    define('wx://form-field-group', {});
    define('wx://form-field-button', {});
    // Of the Skyline renderer; without it there is nothing to do.
    define('wx://proxy-scroll-view', {});
    // `export()` of a definition is honoured with or without it.
    define('wx://component-export', {});
  }

  get(name: string): EngineBehavior | undefined {
    return this.known.get(name);
  }

  /** Whether a project's component takes part in forms. */
  isFormField(component: EngineComponent): boolean {
    const behavior = this.known.get('wx://form-field');
    return behavior !== undefined && component.hasBehavior(behavior._$);
  }
}
