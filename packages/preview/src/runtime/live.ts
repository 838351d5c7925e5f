import { showProblems } from './problems';
import type { LiveState } from './setup';

export interface LiveHooks {
  /** Before the page is loaded anew. */
  readonly beforeReload: () => void;
}

const STYLE_ID = 'mp-project-style';

/** Follows the dev server: new styles are swapped in, anything else loads the page anew. */
export function followEdits(initial: LiveState, hooks: LiveHooks): void {
  let current = initial;
  showProblems(initial.problems);
  const events = new EventSource('/preview/events');
  events.addEventListener('message', (event: MessageEvent<string>) => {
    const next: LiveState = JSON.parse(event.data);
    showProblems(next.problems);
    if (next.problems.length > 0) return;
    if (next.scriptVersion !== current.scriptVersion) {
      events.close();
      hooks.beforeReload();
      location.reload();
      return;
    }
    if (next.styleVersion !== current.styleVersion) swapStyle(next.styleVersion);
    current = next;
  });
}

/** The new sheet first, then the old one away: the page is never without styles. */
function swapStyle(version: string): void {
  const old = document.getElementById(STYLE_ID);
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = `/preview/app.css?v=${version}`;
  link.addEventListener('load', () => {
    old?.remove();
    link.id = STYLE_ID;
  });
  if (old) old.after(link);
  else document.head.append(link);
}
