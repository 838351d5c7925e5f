import type { Query } from './host';

export interface PageAddress {
  readonly route: string;
  readonly query: Query;
}

/**
 * Splits `/pages/a/a?x=1` (or a path relative to the page `from`) as WeChat does: values are
 * left as they stand, not decoded.
 */
export function parsePageUrl(url: string, from?: string): PageAddress {
  const cut = url.indexOf('?');
  const path = cut < 0 ? url : url.slice(0, cut);
  const query: Record<string, string> = {};
  for (const pair of cut < 0 ? [] : url.slice(cut + 1).split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = equals < 0 ? pair : pair.slice(0, equals);
    query[name] = equals < 0 ? '' : pair.slice(equals + 1);
  }
  const absolute =
    path.startsWith('/') || from === undefined
      ? path.replace(/^\/+/, '')
      : new URL(path, `http://app/${from}`).pathname.slice(1);
  return { route: absolute.replace(/\.html$/, ''), query };
}

/** The opposite of `parsePageUrl`. */
export function formatPageUrl({ route, query }: PageAddress): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return `/${route}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
}
