import type { Page } from 'playwright-core';

/** `data` of the mini-program page on top. */
export function pageData(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(() => {
    const pages: { data: Record<string, unknown> }[] = Reflect.get(globalThis, 'getCurrentPages')();
    return JSON.parse(JSON.stringify(pages.at(-1)?.data ?? {}));
  });
}

/** Waits until `data[name]` is there and gives it. */
export async function waitForData(page: Page, name: string): Promise<unknown> {
  await page.waitForFunction((key) => {
    const pages: { data: Record<string, unknown> }[] = Reflect.get(globalThis, 'getCurrentPages')();
    const value = pages.at(-1)?.data[key];
    return value !== undefined && value !== null;
  }, name);
  return (await pageData(page))[name];
}

/** Calls `wx.<name>(options)` and gives what its promise settles with; failures too. */
export function callWx(page: Page, name: string, options: unknown = {}): Promise<unknown> {
  return page.evaluate(
    async ([path, given]) => {
      let owner: unknown = Reflect.get(globalThis, 'wx');
      const names = String(path).split('.');
      const last = names.pop() ?? '';
      for (const each of names) owner = Reflect.get(Object(owner), each);
      try {
        return await Reflect.get(Object(owner), last)(given);
      } catch (failure) {
        return failure instanceof Error ? { thrown: failure.message } : failure;
      }
    },
    [name, options] as const,
  );
}
