/** What the runtime knows of the project and of the demonstration around it. */

/** One demonstration person, from the `--people` file. */
export interface Person {
  readonly openid: string;
  readonly name: string;
  readonly note?: string;
}

/** One demonstration code that can be "scanned": `path` is `pages/x/x?query`. */
export interface Code {
  readonly label: string;
  readonly path: string;
}

/** What the dev server tells the page; embedded in the HTML on each load. */
export interface Boot {
  /** project.config.json `projectname`, or the folder's name. */
  readonly projectName: string;
  readonly appid: string;
  /** Base address of a local cloud, without a slash at the end. */
  readonly cloud?: string;
  readonly people: readonly Person[];
  readonly codes: readonly Code[];
  /** Titles of subscription templates by id, as WeChat's dialog shows them. */
  readonly templates: Readonly<Record<string, string>>;
}

/** The parts of a page's or the app's `window` JSON which the preview reads. */
export interface WindowConfig {
  readonly navigationBarTitleText?: string;
  readonly navigationBarBackgroundColor?: string;
  readonly navigationBarTextStyle?: 'white' | 'black';
  readonly navigationStyle?: 'default' | 'custom';
  readonly backgroundColor?: string;
  readonly enablePullDownRefresh?: boolean;
  readonly onReachBottomDistance?: number;
  readonly disableScroll?: boolean;
  readonly homeButton?: boolean;
}

export interface TabItem {
  readonly pagePath: string;
  readonly text: string;
  readonly iconPath?: string;
  readonly selectedIconPath?: string;
}

export interface TabBarConfig {
  readonly custom?: boolean;
  readonly color?: string;
  readonly selectedColor?: string;
  readonly backgroundColor?: string;
  readonly borderStyle?: 'black' | 'white';
  readonly list: readonly TabItem[];
}

/** app.json as far as the preview reads it. `pages` holds every page, subpackages included. */
export interface AppConfig {
  readonly pages: readonly string[];
  readonly window: WindowConfig;
  readonly tabBar?: TabBarConfig;
  readonly entryPagePath: string;
  readonly networkTimeout: Readonly<Record<string, number>>;
  /** `__usePrivacyCheck__` and everything else, untouched. */
  readonly raw: Readonly<Record<string, unknown>>;
}
