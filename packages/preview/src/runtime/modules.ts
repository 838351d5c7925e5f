import type { ProjectBundle } from '../build/bundle';

interface Loaded {
  readonly exports: unknown;
}

/**
 * Runs the project's scripts: CommonJS modules, each once, as WeChat does. While the script of a
 * component runs, `defining()` is that component, so that `Page` and `Component` know for whom
 * they were called.
 */
export class Modules {
  private readonly loaded = new Map<string, Loaded>();
  private readonly componentOf = new Map<string, string>();
  private current: string | undefined;

  constructor(private readonly bundle: ProjectBundle) {
    for (const component of bundle.components) this.componentOf.set(component.script, component.id);
  }

  /** Path of the component whose script is running. */
  defining(): string | undefined {
    return this.current;
  }

  /** Exports of a module; throws what the module throws, each time it is asked for. */
  run(id: string): unknown {
    const known = this.loaded.get(id);
    if (known) return known.exports;
    const entry = this.bundle.modules[id];
    if (!entry) throw new Error(`module '${id}' is not defined`);
    const [body, names] = entry;
    const module: { exports: unknown } = { exports: {} };
    this.loaded.set(id, module);
    const before = this.current;
    this.current = this.componentOf.get(id) ?? before;
    try {
      body(this.requireFrom(id, names), module, module.exports);
    } catch (error) {
      this.loaded.delete(id);
      throw error;
    } finally {
      this.current = before;
    }
    return module.exports;
  }

  private requireFrom(id: string, names: Readonly<Record<string, string>>) {
    const require = (name: string): unknown => {
      const target = names[name] ?? this.find(id, name);
      if (target === undefined) {
        throw new Error(`module '${name}' is not defined, require args is '${name}'`);
      }
      return this.run(target);
    };
    return Object.assign(require, {
      async: (name: string) => Promise.resolve().then(() => require(name)),
    });
  }

  /** A name computed at run time can only mean a path. */
  private find(from: string, name: string): string | undefined {
    const path = new URL(name, `http://module/${from}`).pathname.slice(1);
    const endings = ['', '.js', '.ts', '/index.js', '/index.ts'];
    return endings.map((end) => path + end).find((id) => this.bundle.modules[id] !== undefined);
  }
}
