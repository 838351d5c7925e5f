import path from 'node:path';
import type { AppConfig, TabBarConfig, TabItem, WindowConfig } from '../runtime/host';
import { isObject, type Json, objectOf, stringList } from './json';

/** All page paths of app.json, subpackages included, without doubles. */
export function pagesOf(app: Json): string[] {
  const own = stringList(app['pages']);
  const subpackages = app['subpackages'] ?? app['subPackages'];
  const more = (Array.isArray(subpackages) ? subpackages : []).filter(isObject).flatMap((part) => {
    const root = typeof part['root'] === 'string' ? part['root'] : '';
    return stringList(part['pages']).map((page) => path.posix.join(root, page));
  });
  return [...new Set([...own, ...more].map((page) => page.replace(/^\//, '')))];
}

/** What the runtime needs of app.json. */
export function appConfigOf(app: Json): AppConfig {
  const pages = pagesOf(app);
  const tabBar = tabBarOf(app['tabBar']);
  const entry = app['entryPagePath'];
  const timeouts: Record<string, number> = {};
  for (const [name, value] of Object.entries(objectOf(app['networkTimeout']))) {
    if (typeof value === 'number') timeouts[name] = value;
  }
  return {
    pages,
    window: windowOf(app['window']),
    ...(tabBar === undefined ? {} : { tabBar }),
    entryPagePath: typeof entry === 'string' && pages.includes(entry) ? entry : (pages[0] ?? ''),
    networkTimeout: timeouts,
    raw: app,
  };
}

/** The known window settings of a page's or the app's JSON. */
export function windowOf(value: unknown): WindowConfig {
  const json = objectOf(value);
  const text = (name: string) => (typeof json[name] === 'string' ? { [name]: json[name] } : {});
  const flag = (name: string) => (typeof json[name] === 'boolean' ? { [name]: json[name] } : {});
  const distance = json['onReachBottomDistance'];
  return {
    ...text('navigationBarTitleText'),
    ...text('navigationBarBackgroundColor'),
    ...(json['navigationBarTextStyle'] === 'white' || json['navigationBarTextStyle'] === 'black'
      ? { navigationBarTextStyle: json['navigationBarTextStyle'] }
      : {}),
    ...(json['navigationStyle'] === 'custom' || json['navigationStyle'] === 'default'
      ? { navigationStyle: json['navigationStyle'] }
      : {}),
    ...text('backgroundColor'),
    ...flag('enablePullDownRefresh'),
    ...(typeof distance === 'number' ? { onReachBottomDistance: distance } : {}),
    ...flag('disableScroll'),
    ...flag('homeButton'),
  };
}

function tabBarOf(value: unknown): TabBarConfig | undefined {
  if (!isObject(value)) return undefined;
  const list = Array.isArray(value['list']) ? value['list'].filter(isObject).map(tabItemOf) : [];
  const text = (name: string) => (typeof value[name] === 'string' ? { [name]: value[name] } : {});
  return {
    list,
    ...(value['custom'] === true ? { custom: true } : {}),
    ...text('color'),
    ...text('selectedColor'),
    ...text('backgroundColor'),
    ...(value['borderStyle'] === 'white' ? { borderStyle: 'white' } : {}),
  };
}

function tabItemOf(json: Json): TabItem {
  const text = (name: string) => (typeof json[name] === 'string' ? json[name] : undefined);
  const icon = text('iconPath');
  const selected = text('selectedIconPath');
  return {
    pagePath: (text('pagePath') ?? '').replace(/^\//, ''),
    text: text('text') ?? '',
    ...(icon === undefined ? {} : { iconPath: icon }),
    ...(selected === undefined ? {} : { selectedIconPath: selected }),
  };
}
