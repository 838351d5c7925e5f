import { createRequire } from 'node:module';
import path from 'node:path';
import type { FileCache } from './files';
import type { NameOf } from './graph';
import { type Problem, positionOf } from './problems';
import type { Resolver } from './resolve';
import { BUILTIN_TAGS } from './tags';
import { adaptWxs, checkWxs, wxsRequires } from './wxs';

interface ParseWarning {
  readonly isError: boolean;
  readonly code: number;
  readonly message: string;
  readonly startLine: number;
  readonly startColumn: number;
}

interface TmplGroup {
  addTmpl(path: string, source: string): ParseWarning[];
  removeTmpl(path: string): boolean;
  addScript(path: string, source: string): void;
  removeScript(path: string): boolean;
  getDirectDependencies(path: string): string[];
  getScriptDependencies(path: string): string[];
  getInlineScriptModuleNames(path: string): string[];
  getInlineScript(path: string, name: string): string;
  setInlineScript(path: string, name: string, source: string): void;
  setExtraRuntimeScript(source: string): void;
  getTmplGenObjectGroups(): string;
}

// The compiler is a CommonJS package around WebAssembly.
const compiler: { TmplGroup: { newDev(): TmplGroup } } = createRequire(import.meta.url)(
  'glass-easel-template-compiler',
);

/**
 * Codes which the compiler calls warnings and WeChat refuses: an element never closed, an end
 * tag without a beginning.
 */
const REFUSED = new Set([0x10007, 0x1001f]);

/** The opposite: content inside `<slot>` or `<include>`, which WeChat leaves out without a word. */
const LEFT_OUT = 0x10015;

interface Added {
  readonly stamp: string;
  readonly problems: readonly Problem[];
}

/** All templates of the project in one compiler group, kept between builds. */
export class Templates {
  private group = compiler.TmplGroup.newDev();
  private readonly templates = new Map<string, Added>();
  private readonly scripts = new Map<string, Added>();
  private wanted = new Set<string>();
  private problems: Problem[] = [];
  private code = '';
  private dirty = true;

  constructor(
    private readonly files: FileCache,
    private readonly resolver: Resolver,
    private readonly nameOf: NameOf,
  ) {
    // Lets WXS functions be event handlers and change observers; see runtime/wxs.ts.
    this.group.setExtraRuntimeScript('Q.A=__wxsBridge.observer;Q.C=__wxsBridge.listener;');
  }

  /**
   * Compiles the templates of these components with all they import.
   * Returns a JavaScript expression: an object from template id to its generator.
   */
  compile(ids: readonly string[]): { code: string; problems: readonly Problem[] } {
    this.problems = [];
    this.wanted = new Set();
    for (const id of ids) this.addTemplate(id, undefined);
    for (const id of this.templates.keys()) {
      if (!this.wanted.has(id)) this.forget(id);
    }
    if (this.dirty) {
      this.code = renameBuiltins(this.group.getTmplGenObjectGroups());
      this.dirty = false;
    }
    return { code: this.code, problems: this.problems };
  }

  private forget(id: string): void {
    this.group.removeTmpl(id);
    this.templates.delete(id);
    this.dirty = true;
  }

  private addTemplate(id: string, from: string | undefined): void {
    if (this.wanted.has(id)) return;
    this.wanted.add(id);
    const file = `${this.resolver.fileOf(id)}.wxml`;
    const stamp = this.files.stamp(file);
    if (stamp === undefined) {
      this.lacking(id, '.wxml', from);
      return;
    }
    let known = this.templates.get(id);
    if (known?.stamp !== stamp) {
      known = { stamp, problems: this.parse(id, file) };
      this.templates.set(id, known);
      this.dirty = true;
    }
    this.problems.push(...known.problems);
    for (const other of this.group.getDirectDependencies(id)) this.addTemplate(other, id);
    for (const script of this.group.getScriptDependencies(id)) this.addScript(script, id);
  }

  private parse(id: string, file: string): Problem[] {
    const source = this.files.text(file);
    const warnings = this.group.addTmpl(id, source);
    const problems = warnings.map((warning): Problem => {
      const fatal = REFUSED.has(warning.code) || (warning.isError && warning.code !== LEFT_OUT);
      return {
        file: this.nameOf(file),
        line: warning.startLine + 1,
        column: warning.startColumn + 1,
        message: `WXML: ${warning.message}`,
        severity: fatal ? 'error' : 'warning',
      };
    });
    for (const name of this.group.getInlineScriptModuleNames(id)) {
      const script = this.group.getInlineScript(id, name);
      const start = positionOf(source, new RegExp(`<wxs\\b[^>]*module=["']${name}["']`));
      problems.push(...checkWxs(this.nameOf(file), script, (start?.line ?? 1) - 1));
      const usable = problems.every((problem) => problem.severity !== 'error');
      this.group.setInlineScript(id, name, usable ? adaptWxs(script) : '');
    }
    return problems;
  }

  private addScript(id: string, from: string): void {
    const key = `wxs:${id}`;
    if (this.wanted.has(key)) return;
    this.wanted.add(key);
    const base = this.resolver.fileOf(id);
    const file = [base, `${base}.wxs`].find((candidate) => this.files.exists(candidate));
    if (file === undefined) {
      this.lacking(id, '.wxs', from);
      return;
    }
    const stamp = this.files.stamp(file) ?? '';
    let known = this.scripts.get(id);
    if (known?.stamp !== stamp) {
      const problems = checkWxs(this.nameOf(file), this.files.text(file), 0);
      known = { stamp, problems };
      this.scripts.set(id, known);
      this.group.addScript(id, problems.length === 0 ? adaptWxs(this.files.text(file)) : '');
      this.dirty = true;
    }
    this.problems.push(...known.problems);
    for (const name of wxsRequires(this.files.text(file))) {
      const target = name.startsWith('/')
        ? name.slice(1)
        : path.posix.join(path.posix.dirname(id), name);
      this.addScript(target, id);
    }
  }

  private lacking(id: string, ending: string, from: string | undefined): void {
    const named = id.endsWith(ending) ? id : id + ending;
    const file = `${this.resolver.fileOf(from ?? id)}.wxml`;
    const last = id.split('/').at(-1) ?? id;
    const place = this.files.exists(file) ? positionOf(this.files.text(file), last) : undefined;
    this.problems.push({
      file: this.nameOf(file),
      ...place,
      message: `${named} does not exist`,
      severity: 'error',
    });
  }
}

/**
 * In the generated code an element is `E("view",…)`: the platform's own tags get the prefix
 * `wx-` there, so that positions in messages stay those of the source.
 */
function renameBuiltins(code: string): string {
  return code.replace(/\bE\("([a-z-]+)",/g, (whole, tag: string) =>
    BUILTIN_TAGS.has(tag) ? `E("wx-${tag}",` : whole,
  );
}
