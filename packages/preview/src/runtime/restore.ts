import type { Query } from './host';
import type { Page } from './page';

/** What is kept over a reload that an edit caused. */
export interface KeptPage {
  readonly route: string;
  readonly query: Query;
  readonly data?: Record<string, unknown>;
}

interface Kept {
  readonly scriptsVersion: string;
  readonly pages: readonly KeptPage[];
}

const KEY = 'mp-preview-kept';

/** Remembers the stack for the next load of this tab. */
export function keepPages(pages: readonly Page[], scriptsVersion: string): void {
  const kept: Kept = {
    scriptsVersion,
    pages: pages.map((page) => ({
      route: page.route,
      query: page.options,
      data: { ...page.caller.data },
    })),
  };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Data that refers to itself or is too large: the pages without their data.
    const bare = kept.pages.map(({ route, query }) => ({ route, query }));
    sessionStorage.setItem(KEY, JSON.stringify({ scriptsVersion, pages: bare }));
  }
}

/**
 * The remembered stack, once. Data comes along only if the scripts are the same: after an edit of
 * a script, old data would hide what the edit does.
 */
export function takeKeptPages(scriptsVersion: string): readonly KeptPage[] {
  const text = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (text === null) return [];
  const kept: Kept = JSON.parse(text);
  if (kept.scriptsVersion === scriptsVersion) return kept.pages;
  return kept.pages.map(({ route, query }) => ({ route, query }));
}
