import type { Host, PageView } from '../runtime/host';
import { ApiError, type Options, optionalNumber } from './api';

/** wx.pageScrollTo: to a height or to an element, within `duration` ms. */
export async function scrollPage(host: Host, options: Options): Promise<undefined> {
  const page = host.topPage();
  if (!page) throw new ApiError('no page');
  const { element } = page;
  const target = targetOf(host, page, options);
  const duration = optionalNumber(options, 'duration', 300);
  const from = element.scrollTop;
  if (duration <= 0) {
    element.scrollTop = target;
    return undefined;
  }
  const start = performance.now();
  await new Promise<void>((done) => {
    const step = (time: number) => {
      const part = Math.min(1, (time - start) / duration);
      element.scrollTop = from + (target - from) * part * (2 - part);
      if (part < 1) requestAnimationFrame(step);
      else done();
    };
    requestAnimationFrame(step);
  });
  return undefined;
}

function targetOf(host: Host, page: PageView, options: Options): number {
  const selector = options['selector'];
  if (typeof selector !== 'string') return optionalNumber(options, 'scrollTop', 0);
  const found = host.find(page, selector);
  if (!found) throw new ApiError(`selector "${selector}" is not found`);
  const offset = optionalNumber(options, 'offsetTop', 0);
  return page.element.scrollTop + host.rectOf(found).top + offset;
}
