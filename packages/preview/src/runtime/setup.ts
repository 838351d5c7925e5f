import type { Problem } from '../build/problems';
import type { Boot } from './host';

/** What the dev server says in the page, on connecting to it, and after each build. */
export interface LiveState {
  readonly scriptVersion: string;
  readonly styleVersion: string;
  /** Errors alone; with one of them the versions are still those of the last good build. */
  readonly problems: readonly Problem[];
}

/** What the server writes into the page as JSON. */
export interface PageSetup {
  readonly boot: Boot;
  readonly state: LiveState;
}
