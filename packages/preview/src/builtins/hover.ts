import { elementAt } from '../runtime/engine';
import type { Host } from '../runtime/host';

interface Hover {
  className?: string;
  startTime?: number;
  stayTime?: number;
  stops?: boolean;
}

/** The engine keeps classes in layers, so that a template's own update does not wipe ours. */
const LAYER = 3;
const START_MS = 50;
const STAY_MS = 400;

const hovers = new WeakMap<Element, Hover>();

/** What an element looks like under a finger unless its template says otherwise. */
const BY_TAG: Readonly<Record<string, Hover>> = {
  'WX-BUTTON': { className: 'button-hover', startTime: 20, stayTime: 70 },
  'WX-NAVIGATOR': { className: 'navigator-hover', stayTime: 600 },
};

/** `hover-class` and its kin, on every tag. */
export function defineHover(host: Host): void {
  const set = (names: readonly string[], change: (hover: Hover, value: unknown) => void) => {
    for (const name of names) {
      host.defineAttribute(name, (element, value) => {
        const hover = hovers.get(element) ?? {};
        change(hover, value);
        hovers.set(element, hover);
      });
    }
  };
  set(['hover-class', 'hoverClass'], (hover, value) => {
    hover.className = typeof value === 'string' ? value : '';
  });
  set(['hover-start-time', 'hoverStartTime'], (hover, value) => {
    hover.startTime = Number(value);
  });
  set(['hover-stay-time', 'hoverStayTime'], (hover, value) => {
    hover.stayTime = Number(value);
  });
  set(['hover-stop-propagation', 'hoverStopPropagation'], (hover, value) => {
    hover.stops = value !== false && value !== 'false';
  });
  document.addEventListener('pointerdown', press, true);
}

function press(event: PointerEvent): void {
  if (!(event.target instanceof Element)) return;
  for (let at: Element | null = event.target; at; at = at.parentElement) {
    if (at.hasAttribute('disabled')) return;
    const hover = { ...BY_TAG[at.tagName], ...hovers.get(at) };
    if (!hover.className || hover.className === 'none') continue;
    hold(at, hover.className, hover.startTime ?? START_MS, hover.stayTime ?? STAY_MS);
    if (hover.stops) return;
  }
}

function hold(element: Element, className: string, startTime: number, stayTime: number): void {
  const toggle = (on: boolean) => {
    for (const name of className.split(/\s+/).filter(Boolean)) {
      const classes = elementAt(element)?.classList;
      // A bare name too: the style sheet of the platform has no prefix.
      if (className.endsWith('-hover')) element.classList.toggle(name, on);
      classes?.toggle(name, on, LAYER as never);
    }
  };
  const start = setTimeout(() => toggle(true), startTime);
  const end = () => {
    window.removeEventListener('pointerup', end, true);
    window.removeEventListener('pointercancel', end, true);
    clearTimeout(start);
    setTimeout(() => toggle(false), stayTime);
  };
  window.addEventListener('pointerup', end, true);
  window.addEventListener('pointercancel', end, true);
}
