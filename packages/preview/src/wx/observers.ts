import type { Caller, Host } from '../runtime/host';
import { createAnimation } from './animation';
import type { Family } from './api';
import { matchesSize } from './media-query';

/** Measuring and watching elements, and animations. */
export function observersFamily(host: Host): Family {
  return {
    plain: {
      createSelectorQuery: () => host.createSelectorQuery(),
      createIntersectionObserver: (component: unknown, options?: unknown) =>
        host.createIntersectionObserver(callerOf(component), options),
      createMediaQueryObserver: () => mediaQueryObserver(host),
      createAnimation,
      createVideoContext: (id: unknown) => contextOf(host, 'video', String(id)),
      createOffscreenCanvas: (given: unknown, height?: unknown) => offscreen(given, height),
    },
  };
}

function callerOf(value: unknown): Caller | undefined {
  return typeof value === 'object' && value !== null && 'setData' in value
    ? (value as Caller)
    : undefined;
}

/** The context of a media component on the page on top. */
function contextOf(host: Host, tag: string, id: string): unknown {
  const element = host.topPage()?.element.querySelector(`wx-${tag}#${CSS.escape(id)}`);
  return element ? host.nodeOf(element)?.hooks.context?.() : undefined;
}

function offscreen(given: unknown, height: unknown): unknown {
  const options: Record<string, unknown> =
    typeof given === 'object' ? { ...given } : { width: given, height };
  const canvas = document.createElement('canvas');
  canvas.width = Number(options['width'] ?? 300);
  canvas.height = Number(options['height'] ?? 150);
  return Object.assign(canvas, { createImage: () => new Image() });
}

function mediaQueryObserver(host: Host): Record<string, unknown> {
  const stops: (() => void)[] = [];
  return {
    observe(
      descriptor: Readonly<Record<string, unknown>>,
      callback: (result: { matches: boolean }) => void,
    ) {
      let last: boolean | undefined;
      const check = () => {
        const matches = matchesSize(descriptor, host.metrics());
        if (matches !== last) callback({ matches });
        last = matches;
      };
      stops.push(host.on('resize', check));
      setTimeout(check);
    },
    disconnect() {
      for (const stop of stops.splice(0)) stop();
    },
  };
}
