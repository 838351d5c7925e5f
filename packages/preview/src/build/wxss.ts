import path from 'node:path';
import postcss, { type AtRule, CssSyntaxError, type Root } from 'postcss';
import type { FileCache } from './files';
import type { ComponentNode, NameOf } from './graph';
import { iconDeclarations, iconOf, isIconFont } from './icons';
import { type Problem, positionOf } from './problems';
import type { Resolver } from './resolve';
import { rewriteSelector, type SelectorScope } from './selectors';
import { convertQueryUnits, convertUnits } from './units';

interface Parsed {
  readonly root: Root;
  readonly problem?: Problem;
}

/** Compiles WXSS files, each with its imports inlined, to plain CSS for one document. */
export class Styles {
  private problems: Problem[] = [];
  private reported = new Set<string>();

  constructor(
    private readonly files: FileCache,
    private readonly resolver: Resolver,
    private readonly nameOf: NameOf,
  ) {}

  /** CSS of app.wxss and of these components, in the order in which they apply. */
  compile(nodes: readonly ComponentNode[]): { css: string; problems: readonly Problem[] } {
    this.problems = [];
    this.reported = new Set();
    const parts = [this.sheet(path.join(this.resolver.root, 'app.wxss'), {})];
    for (const node of nodes) parts.push(this.sheet(`${node.base}.wxss`, scopeOf(node)));
    return { css: parts.join(''), problems: this.problems };
  }

  private sheet(file: string, scope: SelectorScope): string {
    if (!this.files.exists(file)) return '';
    const sources = this.sourcesOf(file, []);
    const key = `${file}\0${JSON.stringify(scope)}`;
    return this.files.derive('css', key, sources, () => {
      const root = this.inlined(file, []);
      transform(root, scope);
      return `/* ${this.nameOf(file)} */\n${root.toString()}\n`;
    });
  }

  private parsed(file: string): Parsed {
    const parsed = this.files.derive('wxss', file, [file], () => this.parse(file));
    if (parsed.problem && !this.reported.has(file)) {
      this.reported.add(file);
      this.problems.push(parsed.problem);
    }
    return parsed;
  }

  private parse(file: string): Parsed {
    try {
      const root = postcss.parse(this.files.text(file), { from: file });
      const problem = this.localResource(root, file);
      return problem ? { root, problem } : { root };
    } catch (error) {
      if (!(error instanceof CssSyntaxError)) throw error;
      const place = {
        ...(error.line === undefined ? {} : { line: error.line }),
        ...(error.column === undefined ? {} : { column: error.column }),
      };
      const message = `WXSS: ${error.reason}`;
      return {
        root: postcss.root(),
        problem: { file: this.nameOf(file), ...place, message, severity: 'error' },
      };
    }
  }

  /** WeChat loads no files of the project from a style sheet: only data: and https:. */
  private localResource(root: Root, file: string): Problem | undefined {
    let problem: Problem | undefined;
    root.walkDecls((declaration) => {
      const address = /url\(\s*['"]?(?!data:|https?:|\/\/|#)([^'")]+)/.exec(declaration.value)?.[1];
      if (address === undefined || problem) return;
      const { line, column } = declaration.source?.start ?? { line: 1, column: 1 };
      problem = {
        file: this.nameOf(file),
        line,
        column,
        message: `WXSS: url(${address}): WeChat loads no local files from style sheets`,
        severity: 'warning',
      };
    });
    return problem;
  }

  private importsOf(file: string): { rule: AtRule; target: string | undefined }[] {
    const found: { rule: AtRule; target: string | undefined }[] = [];
    this.parsed(file).root.walkAtRules('import', (rule) => {
      const name = importName(rule);
      const target = name === undefined ? undefined : this.resolver.style(name, path.dirname(file));
      if (target === undefined) this.lackingImport(file, rule.params);
      found.push({ rule, target });
    });
    return found;
  }

  private lackingImport(file: string, params: string): void {
    const key = `${file}\0${params}`;
    if (this.reported.has(key)) return;
    this.reported.add(key);
    this.problems.push({
      file: this.nameOf(file),
      ...positionOf(this.files.text(file), params),
      message: `WXSS: @import ${params}: no such file`,
      severity: 'error',
    });
  }

  /** The file and all it imports; a file that imports itself is read once. */
  private sourcesOf(file: string, above: readonly string[]): string[] {
    if (above.includes(file)) return [];
    const inner = this.importsOf(file).flatMap(({ target }) =>
      target === undefined ? [] : this.sourcesOf(target, [...above, file]),
    );
    return [file, ...inner];
  }

  private inlined(file: string, above: readonly string[]): Root {
    const root = this.parsed(file).root.clone();
    root.walkAtRules('import', (rule) => {
      const name = importName(rule);
      const target = name === undefined ? undefined : this.resolver.style(name, path.dirname(file));
      if (target === undefined || above.includes(target) || target === file) rule.remove();
      else rule.replaceWith(this.inlined(target, [...above, file]).nodes);
    });
    return root;
  }
}

function importName(rule: AtRule): string | undefined {
  return /^(?:url\()?\s*['"]?([^'")]+)['"]?\s*\)?/.exec(rule.params)?.[1];
}

/** Prefix and reach of a component's styles, from its style isolation. */
function scopeOf(node: ComponentNode): SelectorScope {
  const prefix = prefixOf(node);
  return {
    host: `[data-is="${node.id}"]`,
    ...(prefix === undefined ? {} : { prefix }),
    ...(node.page ? { route: node.id } : {}),
  };
}

/** Class prefix of styles which do not leave their component; undefined when they are shared. */
export function prefixOf(node: ComponentNode): string | undefined {
  if (node.isolation === 'shared' || node.isolation === 'page-shared') return undefined;
  let hash = 0x811c9dc5;
  for (let at = 0; at < node.id.length; at += 1) {
    hash = Math.imul(hash ^ node.id.charCodeAt(at), 0x01000193);
  }
  return `s${(hash >>> 0).toString(36)}`;
}

function transform(root: Root, scope: SelectorScope): void {
  root.walkDecls((declaration) => {
    declaration.value = convertUnits(declaration.value);
  });
  root.walkAtRules((rule) => {
    if (rule.name === 'font-face' && isIconFont(rule.toString())) rule.remove();
    else if (rule.name === 'media') followThePhone(rule);
  });
  root.walkRules((rule) => {
    if (
      rule.parent?.type === 'atrule' &&
      'name' in rule.parent &&
      /keyframes$/.test(rule.parent.name)
    ) {
      return;
    }
    const icon = iconOf(rule.selector);
    if (icon !== undefined) {
      rule.removeAll();
      rule.append(postcss.parse(iconDeclarations(icon)).nodes);
    }
    rule.selectors = rule.selectors.map((selector) => rewriteSelector(selector, scope));
  });
}

/** A query of width or height asks the phone, which here is a container, not the window. */
function followThePhone(rule: AtRule): void {
  rule.params = convertQueryUnits(rule.params);
  const sizes =
    /^\s*(?:(?:only\s+)?(?:screen|all)\s+and\s+)?(\(\s*(?:(?:min|max)-)?(?:width|height|aspect-ratio)\b|\(\s*orientation\b)/;
  if (!sizes.test(rule.params) || /resolution|prefers|pixel-ratio|,/.test(rule.params)) return;
  rule.name = 'container';
  rule.params = rule.params.replace(/^\s*(?:only\s+)?(?:screen|all)\s+and\s+/, '');
}
