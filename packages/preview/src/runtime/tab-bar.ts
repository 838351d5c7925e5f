import type { TabBarChange, TabBarConfig, TabItem } from './host';

interface TabState {
  readonly item: TabItem;
  badge: string;
  dot: boolean;
}

export interface TabBarHooks {
  readonly choose: (item: TabItem, index: number) => void;
  readonly asset: (src: string) => string;
}

/** The platform's own tab bar; not drawn when the project brings a custom one. */
export class TabBar {
  readonly element = document.createElement('div');
  private tabs: TabState[] = [];
  private config: TabBarConfig | undefined;
  private style: NonNullable<TabBarChange['style']> = {};
  private route = '';
  private hiddenByApp = false;

  constructor(private readonly hooks: TabBarHooks) {
    this.element.className = 'mp-tabbar';
    this.element.setAttribute('role', 'tablist');
    this.element.hidden = true;
  }

  configure(config: TabBarConfig | undefined): void {
    this.config = config;
    this.tabs = (config?.list ?? []).map((item) => ({ item, badge: '', dot: false }));
  }

  /** Draws the bar for the page on top, or hides it if that is no tab page. */
  show(route: string): void {
    this.route = route;
    this.draw();
  }

  change(change: TabBarChange): void {
    if (change.visible !== undefined) this.hiddenByApp = !change.visible;
    this.style = { ...this.style, ...change.style };
    const item = change.item;
    const state = item && this.tabs[item.index];
    if (item && state) {
      const { index: _, badge, dot, ...looks } = item;
      const changed = { ...state, item: { ...state.item, ...looks } };
      if (badge !== undefined) changed.badge = badge;
      if (dot !== undefined) changed.dot = dot;
      this.tabs[item.index] = changed;
    }
    this.draw();
  }

  private draw(): void {
    const active = this.tabs.some((tab) => tab.item.pagePath === this.route);
    this.element.hidden = !active || this.config?.custom === true || this.hiddenByApp;
    if (this.element.hidden) return;
    this.element.style.background =
      this.style.backgroundColor ?? this.config?.backgroundColor ?? '#ffffff';
    this.element.dataset['border'] = this.style.borderStyle ?? this.config?.borderStyle ?? 'black';
    this.element.replaceChildren(...this.tabs.map((tab, index) => this.drawTab(tab, index)));
  }

  private drawTab(tab: TabState, index: number): HTMLElement {
    const selected = tab.item.pagePath === this.route;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'mp-tab';
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-selected', String(selected));
    button.style.color = selected
      ? (this.style.selectedColor ?? this.config?.selectedColor ?? '#3cc51f')
      : (this.style.color ?? this.config?.color ?? '#7a7e83');
    const icon = (selected && tab.item.selectedIconPath) || tab.item.iconPath;
    if (icon !== undefined) {
      const image = document.createElement('img');
      image.src = this.hooks.asset(icon);
      image.alt = '';
      button.append(image);
    }
    const text = document.createElement('span');
    text.textContent = tab.item.text;
    button.append(text);
    if (tab.badge !== '' || tab.dot) button.append(badge(tab));
    button.addEventListener('click', () => this.hooks.choose(tab.item, index));
    return button;
  }
}

function badge(tab: TabState): HTMLElement {
  const mark = document.createElement('span');
  mark.className = tab.badge === '' ? 'mp-tab-dot' : 'mp-tab-badge';
  mark.textContent = tab.badge;
  return mark;
}
