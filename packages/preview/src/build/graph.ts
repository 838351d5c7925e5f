import path from 'node:path';
import { pagesOf } from './app-config';
import type { FileCache } from './files';
import { type Json, objectOf, parseJson, stringMap } from './json';
import { type Problem, positionOf } from './problems';
import type { Resolver } from './resolve';
import { BUILTIN_TAGS } from './tags';

export type StyleIsolation =
  | 'isolated'
  | 'apply-shared'
  | 'shared'
  | 'page-isolated'
  | 'page-apply-shared'
  | 'page-shared';

/** A page or component which the app can reach. */
export interface ComponentNode {
  /** Path as WeChat sees it, without extension. */
  readonly id: string;
  /** The same as a real path. */
  readonly base: string;
  readonly page: boolean;
  readonly json: Json;
  readonly script: string;
  /** Tag → id of the component it stands for. */
  readonly using: Readonly<Record<string, string>>;
  /** Generic name → id of its default, or true. */
  readonly generics: Readonly<Record<string, string | true>>;
  readonly isolation: StyleIsolation;
}

export interface Graph {
  readonly app: Json;
  /** Components before those which use them, pages last. */
  readonly nodes: readonly ComponentNode[];
  readonly problems: readonly Problem[];
}

const ISOLATIONS: readonly string[] = [
  'isolated',
  'apply-shared',
  'shared',
  'page-isolated',
  'page-apply-shared',
  'page-shared',
];

/** Walks from app.json to every page and component that can be reached. */
export function walkProject(files: FileCache, resolver: Resolver, nameOf: NameOf): Graph {
  const walk = new Walk(files, resolver, nameOf);
  const app = walk.readJson(path.join(resolver.root, 'app.json'));
  const shared = stringMap(app['usingComponents']);
  walk.appUsing = shared;
  const pages = pagesOf(app);
  if (pages.length === 0) walk.problem('app.json', 'app.json names no pages', '"pages"');
  if (objectOf(app['tabBar'])['custom'] === true) walk.visitNamed('custom-tab-bar/index');
  for (const page of pages) walk.visitPage(page);
  return { app, nodes: walk.nodes, problems: walk.problems };
}

/** How a file is called in messages. */
export type NameOf = (file: string) => string;

class Walk {
  readonly nodes: ComponentNode[] = [];
  readonly problems: Problem[] = [];
  appUsing: Record<string, string> = {};
  private readonly seen = new Set<string>();

  constructor(
    private readonly files: FileCache,
    private readonly resolver: Resolver,
    private readonly nameOf: NameOf,
  ) {}

  readJson(file: string): Json {
    if (!this.files.exists(file)) return {};
    const { json, problem } = this.files.derive('json', file, [file], () =>
      parseJson(this.nameOf(file), this.files.text(file)),
    );
    if (problem) this.problems.push(problem);
    return json;
  }

  /** Records a problem of a file below the root, at the first place where `needle` stands. */
  problem(id: string, message: string, needle: string): void {
    const file = this.resolver.fileOf(id);
    const place = this.files.exists(file) ? positionOf(this.files.text(file), needle) : undefined;
    this.problems.push({ file: this.nameOf(file), ...place, message, severity: 'error' });
  }

  visitPage(page: string): void {
    const base = this.resolver.fileOf(page);
    if (this.resolver.script(base) === undefined || !this.files.exists(`${base}.wxml`)) {
      const lacking = this.files.exists(`${base}.wxml`) ? '.js or .ts' : '.wxml';
      this.problem('app.json', `page ${page} has no ${lacking} file`, lastPart(page));
      return;
    }
    this.visit(base, true);
  }

  visitNamed(id: string): void {
    const base = this.resolver.component(`/${id}`, this.resolver.root);
    if (base === undefined) this.problem('app.json', `${id} does not exist`, '"custom"');
    else this.visit(base, false);
  }

  private visit(base: string, page: boolean): string {
    const id = this.resolver.idOf(base);
    if (this.seen.has(id)) return id;
    this.seen.add(id);
    const json = this.readJson(`${base}.json`);
    const using = { ...this.usingOf(this.appUsing, this.resolver.root, 'app.json') };
    Object.assign(using, this.usingOf(stringMap(json['usingComponents']), path.dirname(base), id));
    const script = this.resolver.script(base);
    if (script === undefined) return id;
    this.nodes.push({
      id,
      base,
      page,
      json,
      script,
      using,
      generics: this.genericsOf(json, base, id),
      isolation: this.isolationOf(json, script, page),
    });
    return id;
  }

  private usingOf(
    named: Record<string, string>,
    folder: string,
    id: string,
  ): Record<string, string> {
    const using: Record<string, string> = {};
    for (const [tag, name] of Object.entries(named)) {
      const base = name.includes('://') ? undefined : this.resolver.component(name, folder);
      if (base !== undefined) {
        using[BUILTIN_TAGS.has(tag) ? `wx-${tag}` : tag] = this.visit(base, false);
      } else if (id !== 'app.json' || !this.seen.has(`app:${tag}`)) {
        this.seen.add(`app:${tag}`);
        const what = name.includes('://') ? 'plugins cannot be shown' : 'no such component';
        this.problem(
          id === 'app.json' ? id : `${id}.json`,
          `usingComponents: ${tag} → ${name}: ${what}`,
          `"${tag}"`,
        );
      }
    }
    return using;
  }

  private genericsOf(json: Json, base: string, id: string): Record<string, string | true> {
    const generics: Record<string, string | true> = {};
    for (const [name, value] of Object.entries(objectOf(json['componentGenerics']))) {
      const named = objectOf(value)['default'];
      if (typeof named !== 'string') {
        generics[name] = true;
        continue;
      }
      const target = this.resolver.component(named, path.dirname(base));
      if (target === undefined) {
        this.problem(`${id}.json`, `componentGenerics: ${named}: no such component`, `"${name}"`);
      } else {
        generics[name] = this.visit(target, false);
      }
    }
    return generics;
  }

  /**
   * JSON first; else `options: { styleIsolation: '…' }` or `addGlobalClass` in the script. The
   * script is only searched as text, because class names are prefixed before it can run.
   */
  private isolationOf(json: Json, script: string, page: boolean): StyleIsolation {
    const text = this.files.text(script);
    const inScript = /styleIsolation\s*[:=]\s*['"]([\w-]+)['"]/.exec(text)?.[1];
    for (const value of [json['styleIsolation'], inScript]) {
      if (isIsolation(value)) return value;
    }
    if (page) return 'shared';
    const global = json['addGlobalClass'] === true || /addGlobalClass\s*:\s*true/.test(text);
    return global ? 'apply-shared' : 'isolated';
  }
}

function isIsolation(value: unknown): value is StyleIsolation {
  return typeof value === 'string' && ISOLATIONS.includes(value);
}

function lastPart(page: string): string {
  return page.split('/').at(-1) ?? page;
}
