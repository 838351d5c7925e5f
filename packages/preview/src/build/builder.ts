import path from 'node:path';
import { appConfigOf } from './app-config';
import { emitBundle, versionOf } from './emit';
import { FileCache } from './files';
import { type ComponentNode, walkProject } from './graph';
import { parseJson, stringMap } from './json';
import type { Problem } from './problems';
import type { ProjectPlace } from './project';
import { Resolver } from './resolve';
import { Scripts } from './script';
import { unknownTags } from './unknown-tags';
import { Templates } from './wxml';
import { Styles } from './wxss';

/** One complete state of a project, ready to be served. */
export interface Build {
  readonly script: string;
  readonly scriptMap: string;
  readonly style: string;
  /** Change when script (with templates and JSON) or style change. */
  readonly scriptVersion: string;
  readonly styleVersion: string;
  /** Errors first. With an error the build is not meant to be shown. */
  readonly problems: readonly Problem[];
  readonly pages: number;
  readonly components: number;
}

/** Builds a project again and again; what did not change is not done twice. */
export class Builder {
  private readonly files = new FileCache();
  private readonly resolver: Resolver;
  private readonly templates: Templates;
  private readonly styles: Styles;
  private readonly scripts: Scripts;
  private aliases: Readonly<Record<string, string>> = {};

  constructor(readonly place: ProjectPlace) {
    const nameOf = (file: string) => this.nameOf(file);
    this.resolver = new Resolver(place.root, this.files, () => this.aliases);
    this.templates = new Templates(this.files, this.resolver, nameOf);
    this.styles = new Styles(this.files, this.resolver, nameOf);
    this.scripts = new Scripts(this.files, this.resolver, nameOf);
  }

  /** Never rejects because of the project: what is wrong with it is in `problems`. */
  async build(): Promise<Build> {
    this.files.startBuild();
    this.aliases = this.readAliases();
    const graph = walkProject(this.files, this.resolver, (file) => this.nameOf(file));
    const ordered = componentsFirst(graph.nodes);
    const templates = this.templates.compile(ordered.map((node) => node.id));
    const styles = this.styles.compile(ordered);
    const entry = this.resolver.script(path.join(this.resolver.root, 'app'));
    const scripts = await this.scripts.compile([
      ...(entry === undefined ? [] : [entry]),
      ...ordered.map((node) => node.script),
    ]);
    const bundle = emitBundle(
      appConfigOf(graph.app),
      ordered,
      templates.code,
      scripts.modules,
      (node) => this.resolver.idOf(node.script),
      entry === undefined ? undefined : this.resolver.idOf(entry),
    );
    const problems = [
      ...graph.problems,
      ...ordered.flatMap((node) => this.unknownTags(node)),
      ...templates.problems,
      ...styles.problems,
      ...scripts.problems,
    ].filter((problem) => problem.severity === 'error' || !isForeign(problem.file));
    return {
      script: bundle.code,
      scriptMap: bundle.map,
      style: styles.css,
      scriptVersion: versionOf([bundle.code]),
      styleVersion: versionOf([styles.css]),
      problems: problems.sort((a, b) => rank(a) - rank(b)),
      pages: ordered.filter((node) => node.page).length,
      components: ordered.length,
    };
  }

  /** The real file behind a path below the project, for images and the like. */
  assetFile(id: string): string {
    return this.resolver.fileOf(id);
  }

  /** How a file is called in messages. */
  private nameOf(file: string): string {
    return path.relative(this.place.folder, file).split(path.sep).join('/');
  }

  private unknownTags(node: ComponentNode): Problem[] {
    const file = `${node.base}.wxml`;
    return this.files.exists(file)
      ? unknownTags(node, this.nameOf(file), this.files.text(file))
      : [];
  }

  private readAliases(): Record<string, string> {
    const file = path.join(this.resolver.root, 'app.json');
    if (!this.files.exists(file)) return {};
    return stringMap(parseJson('app.json', this.files.text(file)).json['resolveAlias']);
  }
}

function componentsFirst(nodes: readonly ComponentNode[]): ComponentNode[] {
  return [...nodes.filter((node) => !node.page), ...nodes.filter((node) => node.page)];
}

function rank(problem: Problem): number {
  return problem.severity === 'error' ? 0 : 1;
}

/** Warnings about packages are not the project's to mend. */
function isForeign(file: string): boolean {
  return /(^|\/)(node_modules|miniprogram_npm)\//.test(file);
}
