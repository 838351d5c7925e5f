import type { Host } from '../runtime/host';
import { asList, asNumber, asText, member } from './properties';

/** `animation="{{…}}"`: what wx.createAnimation exported, played step by step. */
export function defineAnimation(host: Host): void {
  const last = new WeakMap<HTMLElement, unknown>();
  const pending = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();
  host.defineAttribute('animation', (element, value) => {
    if (last.get(element) === value) return;
    last.set(element, value);
    clearTimeout(pending.get(element));
    const steps = [...asList(member(value, 'actions'))];
    const play = () => {
      const step = steps.shift();
      if (step === undefined) return;
      const transition = member(member(step, 'option'), 'transition');
      const duration = asNumber(member(transition, 'duration'), 400);
      const delay = asNumber(member(transition, 'delay'));
      element.style.transition = `all ${duration}ms ${asText(member(transition, 'timingFunction')) || 'linear'} ${delay}ms`;
      element.style.transformOrigin = asText(member(member(step, 'option'), 'transformOrigin'));
      applyStep(host, element, asList(member(step, 'animates')));
      pending.set(element, setTimeout(play, duration + delay));
    };
    // The element's state before must be drawn once, or there is nothing to move from.
    requestAnimationFrame(() => requestAnimationFrame(play));
  });
}

function applyStep(host: Host, element: HTMLElement, animates: readonly unknown[]): void {
  const transforms: string[] = [];
  for (const animate of animates) {
    const type = asText(member(animate, 'type'));
    const args = asList(member(animate, 'args'));
    if (type === 'style') {
      element.style.setProperty(asText(args[0]), host.styleText(asText(args[1])));
    } else {
      transforms.push(transformText(type, args));
    }
  }
  if (transforms.length > 0) element.style.transform = transforms.join(' ');
}

/** One of wx.createAnimation's movements as CSS: lengths are px, angles degrees. */
export function transformText(type: string, args: readonly unknown[]): string {
  const unit = type.startsWith('translate')
    ? 'px'
    : type.startsWith('rotate') || type.startsWith('skew')
      ? 'deg'
      : '';
  const parts = args.map((arg, index) => {
    if (typeof arg !== 'number') return asText(arg);
    return type === 'rotate3d' && index < 3 ? String(arg) : `${arg}${unit}`;
  });
  return `${type}(${parts.join(',')})`;
}
