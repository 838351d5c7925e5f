import path from 'node:path';
import { transform } from 'esbuild';
import type { FileCache } from './files';
import type { NameOf } from './graph';
import { type Problem, positionOf } from './problems';
import type { Resolver } from './resolve';
import { esbuildErrors } from './wxs';

/** One script of the project as a CommonJS module. */
export interface ScriptModule {
  readonly id: string;
  readonly file: string;
  readonly code: string;
  /** Source map as JSON. */
  readonly map: string;
  /** Name given to `require` → id of the module that it means. */
  readonly requires: Readonly<Record<string, string>>;
}

interface Compiled {
  readonly code: string;
  readonly map: string;
  readonly names: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Compiles scripts one by one, as WeChat's tools do: each becomes CommonJS before anything is
 * joined, so that files which mix `import` with `module.exports` work, and so that an edit costs
 * one file.
 */
export class Scripts {
  private problems: Problem[] = [];
  private modules = new Map<string, ScriptModule>();

  constructor(
    private readonly files: FileCache,
    private readonly resolver: Resolver,
    private readonly nameOf: NameOf,
  ) {}

  /** The modules of these entry files and of all they require, each once. */
  async compile(
    entries: readonly string[],
  ): Promise<{ modules: readonly ScriptModule[]; problems: readonly Problem[] }> {
    this.problems = [];
    this.modules = new Map();
    let wave = [...entries];
    while (wave.length > 0) {
      const fresh = [...new Set(wave)].filter(
        (file) => !this.modules.has(this.resolver.idOf(file)),
      );
      const found = await Promise.all(fresh.map((file) => this.add(file)));
      wave = found.flat();
    }
    // In an order of its own: compiling finishes in any order, and the same must stay the same.
    const modules = [...this.modules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return { modules, problems: this.problems };
  }

  /** Adds one module and returns the files that it requires. */
  private async add(file: string): Promise<string[]> {
    const id = this.resolver.idOf(file);
    const compiled = await this.files.derive('script', file, [file], () => this.transform(file));
    this.problems.push(...compiled.problems);
    const requires: Record<string, string> = {};
    const targets: string[] = [];
    for (const name of compiled.names) {
      const target = this.resolver.module(name, path.dirname(file));
      if (target === undefined) {
        this.unresolved(file, name);
      } else {
        requires[name] = this.resolver.idOf(target);
        targets.push(target);
      }
    }
    this.modules.set(id, { id, file, code: compiled.code, map: compiled.map, requires });
    return targets;
  }

  private async transform(file: string): Promise<Compiled> {
    const source = this.files.text(file);
    try {
      const result = await transform(source, {
        loader: file.endsWith('.ts') ? 'ts' : 'js',
        format: 'cjs',
        target: 'es2018',
        sourcemap: 'external',
        sourcefile: `/project-source/${this.resolver.idOf(file)}`,
        // As declared in the project's own tsconfig everywhere in WeChat's templates.
        tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
        logLevel: 'silent',
      });
      const strict = /^\s*(import|export)\b/m.test(source) ? '"use strict";' : '';
      return {
        code: strict + result.code,
        map: result.map,
        names: requiredNames(result.code),
        problems: [],
      };
    } catch (error) {
      const problems = esbuildErrors(error).map(
        (found): Problem => ({
          file: this.nameOf(file),
          ...(found.line === undefined ? {} : { line: found.line }),
          ...(found.column === undefined ? {} : { column: found.column + 1 }),
          message: found.text,
          severity: 'error',
        }),
      );
      return {
        code: '',
        map: '{"version":3,"sources":[],"names":[],"mappings":""}',
        names: [],
        problems,
      };
    }
  }

  /**
   * A path that leads nowhere is an error; a package that is not there may be guarded by
   * try/catch, so it is a warning here and throws if it is reached.
   */
  private unresolved(file: string, name: string): void {
    const place = positionOf(this.files.text(file), new RegExp(`['"]${escapePattern(name)}['"]`));
    this.problems.push({
      file: this.nameOf(file),
      ...place,
      message: `module '${name}' is not defined`,
      severity: name.startsWith('.') || name.startsWith('/') ? 'error' : 'warning',
    });
  }
}

function requiredNames(code: string): string[] {
  const names = new Set<string>();
  for (const match of code.matchAll(/\brequire(?:\.async)?\(\s*(["'])([^"'\n]+)\1/g)) {
    if (match[2] !== undefined) names.add(match[2]);
  }
  return [...names];
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
