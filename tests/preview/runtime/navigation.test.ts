import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import { type OpenPreview, openPreview, projectFolder } from '../../builders/preview-page';

// A browser and a build, on a machine that may be busy.
jest.setTimeout(120_000);

const HOME = 'pages/home/home';
const TABS = [HOME, 'pages/mine/mine'];
const OTHERS = ['pages/item/item', 'pages/props/props'];

type Step =
  | { readonly api: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch'; readonly to: string }
  | { readonly api: 'navigateBack'; readonly delta: number };

/** WeChat's rules, written as plainly as they can be. */
interface Model {
  readonly stack: readonly string[];
  readonly kept: ReadonlySet<string>;
}

function after({ stack, kept }: Model, step: Step): Model | 'refused' {
  const below = stack.slice(0, -1);
  const keep = (...routes: string[]) => new Set([...kept, ...routes.filter(isTab)]);
  switch (step.api) {
    case 'navigateTo':
      if (isTab(step.to) || stack.length >= 10) return 'refused';
      return { stack: [...stack, step.to], kept };
    case 'redirectTo':
      if (isTab(step.to)) return 'refused';
      return {
        stack: [...below, step.to],
        kept: new Set([...kept].filter((tab) => tab !== stack.at(-1))),
      };
    case 'switchTab':
      return isTab(step.to) ? { stack: [step.to], kept: keep(step.to) } : 'refused';
    case 'reLaunch':
      return { stack: [step.to], kept: new Set(isTab(step.to) ? [step.to] : []) };
    case 'navigateBack': {
      if (stack.length < 2) return 'refused';
      return { stack: stack.slice(0, Math.max(1, stack.length - step.delta)), kept };
    }
  }
}

function isTab(route: string): boolean {
  return TABS.includes(route);
}

describeInBrowser('navigation', () => {
  let browser: Browser;
  let app: OpenPreview;

  beforeAll(async () => {
    browser = await launchBrowser();
    app = await openPreview(browser, projectFolder('lifecycle'));
    await app.top.getByText('全局:shared').waitFor();
  });
  afterAll(async () => {
    await app.close();
    await browser.close();
  });

  /** Does one step in the page; what WeChat would show afterwards. */
  const perform = (step: Step) =>
    app.page.evaluate(async (given) => {
      const scope = globalThis as unknown as {
        wx: Record<string, (options: object) => void>;
        getCurrentPages(): { route: string }[];
      };
      const options =
        given.api === 'navigateBack' ? { delta: given.delta } : { url: `/${given.to}` };
      const succeeded = await new Promise<boolean>((done) => {
        scope.wx[given.api]?.({ ...options, success: () => done(true), fail: () => done(false) });
      });
      const pages = [...document.querySelectorAll<HTMLElement>('[data-route]')];
      const visible = pages.filter((page) => getComputedStyle(page).display !== 'none');
      return {
        succeeded,
        stack: scope.getCurrentPages().map((page) => page.route),
        visible: visible.map((page) => page.dataset['route']),
        alive: pages.length,
      };
    }, step);

  test('any walk leaves the stack that WeChat would have', async () => {
    const route = fc.constantFrom(...TABS, ...OTHERS, ...OTHERS);
    const step: fc.Arbitrary<Step> = fc.oneof(
      { weight: 6, arbitrary: fc.record({ api: fc.constant('navigateTo' as const), to: route }) },
      { weight: 1, arbitrary: fc.record({ api: fc.constant('redirectTo' as const), to: route }) },
      { weight: 1, arbitrary: fc.record({ api: fc.constant('switchTab' as const), to: route }) },
      { weight: 1, arbitrary: fc.record({ api: fc.constant('reLaunch' as const), to: route }) },
      {
        weight: 2,
        arbitrary: fc.record({
          api: fc.constant('navigateBack' as const),
          delta: fc.integer({ min: 1, max: 3 }),
        }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (walk) => {
        await perform({ api: 'reLaunch', to: HOME });
        let model: Model = { stack: [HOME], kept: new Set([HOME]) };
        for (const next of walk) {
          const expected = after(model, next);
          const shown = await perform(next);
          expect(shown.succeeded).toBe(expected !== 'refused');
          if (expected !== 'refused') model = expected;
          const hidden = [...model.kept].filter((tab) => !model.stack.includes(tab)).length;
          expect(shown).toMatchObject({
            stack: model.stack,
            visible: [model.stack.at(-1)],
            alive: model.stack.length + hidden,
          });
        }
      }),
      { numRuns: 12 },
    );
  });
});
