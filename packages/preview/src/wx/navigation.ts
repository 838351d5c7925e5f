import type { Host, NavigationKind } from '../runtime/host';
import { ApiError, type Family, type Options, optionalNumber, recordOf, textOf } from './api';
import { scrollPage } from './page-scroll';

/** Pages, bars and pull-down. */
export function navigationFamily(host: Host): Family {
  const go = (kind: NavigationKind) => async (options: Options) => {
    const listeners = Object.entries(recordOf(options['events'])).map(([name, listener]) => {
      const call = (...data: unknown[]) =>
        typeof listener === 'function' ? listener(...data) : undefined;
      return [name, call] as const;
    });
    const events = listeners.length > 0 ? { events: Object.fromEntries(listeners) } : {};
    return { ...(await host.navigate(kind, { url: textOf(options, 'url'), ...events })) };
  };
  const tab = (options: Options) => {
    const index = optionalNumber(options, 'index', -1);
    if (!host.app.tabBar?.list[index]) throw new ApiError('invalid index');
    return index;
  };
  const text = (options: Options, name: string) => {
    const value = options[name];
    return typeof value === 'string' ? { [name]: value } : {};
  };
  return {
    async: {
      navigateTo: go('navigateTo'),
      redirectTo: go('redirectTo'),
      reLaunch: go('reLaunch'),
      switchTab: go('switchTab'),
      navigateBack: (options) => host.navigateBack(optionalNumber(options, 'delta', 1)),
      setNavigationBarTitle: (options) => {
        host.setNavigationBar({ title: textOf(options, 'title') });
        return undefined;
      },
      setNavigationBarColor: (options) => {
        host.setNavigationBar({
          frontColor: textOf(options, 'frontColor'),
          backgroundColor: textOf(options, 'backgroundColor'),
        });
        return undefined;
      },
      showNavigationBarLoading: () => {
        host.setNavigationBar({ loading: true });
        return undefined;
      },
      hideNavigationBarLoading: () => {
        host.setNavigationBar({ loading: false });
        return undefined;
      },
      hideHomeButton: () => {
        host.setNavigationBar({ home: false });
        return undefined;
      },
      startPullDownRefresh: () => {
        host.startPullDownRefresh();
        return undefined;
      },
      stopPullDownRefresh: () => {
        host.stopPullDownRefresh();
        return undefined;
      },
      pageScrollTo: (options) => scrollPage(host, options),
      showTabBar: () => {
        host.setTabBar({ visible: true });
        return undefined;
      },
      hideTabBar: () => {
        host.setTabBar({ visible: false });
        return undefined;
      },
      setTabBarBadge: (options) => {
        host.setTabBar({ item: { index: tab(options), badge: textOf(options, 'text') } });
        return undefined;
      },
      removeTabBarBadge: (options) => {
        host.setTabBar({ item: { index: tab(options), badge: '' } });
        return undefined;
      },
      showTabBarRedDot: (options) => {
        host.setTabBar({ item: { index: tab(options), dot: true } });
        return undefined;
      },
      hideTabBarRedDot: (options) => {
        host.setTabBar({ item: { index: tab(options), dot: false } });
        return undefined;
      },
      setTabBarItem: (options) => {
        host.setTabBar({
          item: {
            index: tab(options),
            ...text(options, 'text'),
            ...text(options, 'iconPath'),
            ...text(options, 'selectedIconPath'),
          },
        });
        return undefined;
      },
      setTabBarStyle: (options) => {
        host.setTabBar({
          style: {
            ...text(options, 'color'),
            ...text(options, 'selectedColor'),
            ...text(options, 'backgroundColor'),
            ...text(options, 'borderStyle'),
          },
        });
        return undefined;
      },
      setBackgroundColor: (options) => {
        const page = host.topPage()?.element.parentElement;
        if (page) page.style.background = String(options['backgroundColor'] ?? '');
        return undefined;
      },
      setBackgroundTextStyle: () => undefined,
    },
  };
}
