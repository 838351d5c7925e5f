import { BUILTIN_TAGS } from './tags';

export interface SelectorScope {
  /** Prefix of the component's own classes; absent for shared styles. */
  readonly prefix?: string;
  /** What `:host` stands for. */
  readonly host?: string;
  /** Styles of a page apply below the element with this route only. */
  readonly route?: string;
}

/** Each with one group that tells which it was. */
const PARTS = [
  // Strings, attribute tests and escapes: left as they are.
  /("[^"]*"|'[^']*'|\[[^\]]*\]|\\.)/,
  /(:host(?:\([^)]*\))?(?![\w-]))/,
  // A class.
  /\.(-?[A-Za-z_\u0080-\uffff](?:[\w\u0080-\uffff-]|\\.)*)/,
  // A tag's name.
  /(?<=^|[\s>+~,(])([a-zA-Z][\w-]*)(?![\w-]*\()/,
];
const TOKEN = new RegExp(PARTS.map(({ source }) => source).join('|'), 'g');

/**
 * Rewrites one selector of a WXSS file for the one document that holds every page: own tags
 * become `wx-…`, `page` the page element, classes of isolated styles get their prefix.
 */
export function rewriteSelector(selector: string, scope: SelectorScope): string {
  const rewritten = selector.trim().replace(TOKEN, (whole, skipped, host, className, tag) => {
    if (typeof skipped === 'string') return skipped;
    // `:host(.x)`: the class was given outside, where it has no prefix.
    if (typeof host === 'string') return (scope.host ?? ':host') + host.slice(6, -1);
    if (typeof className === 'string') {
      return scope.prefix === undefined ? `.${className}` : `.${scope.prefix}--${className}`;
    }
    if (tag === 'page') return 'wx-page';
    return typeof tag === 'string' && BUILTIN_TAGS.has(tag) ? `wx-${tag}` : whole;
  });
  if (scope.route === undefined) return rewritten;
  return `:where([data-route="${scope.route}"]) ${rewritten}`;
}
