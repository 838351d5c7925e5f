import { make, pushButton } from './dom';

const KEPT = 200;
const LEVELS = ['log', 'info', 'warn', 'error'] as const;

/** The newest lines of the browser's console, which still gets them too. */
export function consoleSection(): HTMLElement {
  const list = make('ol', { class: 'mp-console', label: '控制台' });
  for (const level of LEVELS) {
    const original = console[level].bind(console);
    console[level] = (...values: unknown[]) => {
      original(...values);
      list.prepend(make('li', { 'data-level': level }, values.map(describe).join(' ')));
      while (list.children.length > KEPT) list.lastChild?.remove();
    };
  }
  return make(
    'div',
    {},
    pushButton('清空', () => list.replaceChildren()),
    list,
  );
}

/** One value as one text. */
function describe(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? value.message;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
