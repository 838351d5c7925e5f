/** Gives the bar of a tab page: WeChat makes one per tab page. */
interface TabPage {
  readonly getTabBar?: () => unknown;
}

interface TabBar {
  select(path: string): void;
}

const isTabBar = (value: unknown): value is TabBar =>
  typeof value === 'object' && value !== null && 'select' in value;

/**
 * Marks the tab that is shown; every tab page calls it when it is shown.
 * @param path of the page, without a leading slash
 */
export const selectTab = (page: TabPage, path: string): void => {
  const bar = page.getTabBar?.();
  if (isTabBar(bar)) bar.select(path);
};
