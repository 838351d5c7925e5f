import type { BuiltinDefinition, BuiltinNode, Host } from '../runtime/host';
import { asList, asNumber, asText, list, text } from './properties';

/** `<picker-view>`: columns in the page itself. `value` is one index a column. */
export function pickerView(host: Host): BuiltinDefinition {
  return {
    tag: 'picker-view',
    slot: true,
    properties: {
      value: list(),
      indicatorStyle: text(),
      indicatorClass: text(),
      maskStyle: text(),
      maskClass: text(),
      immediateChange: { type: Boolean, value: false },
    },
    mount(node) {
      const indicator = document.createElement('div');
      const mask = document.createElement('div');
      node.host.append(mask, indicator);
      const draw = () => {
        indicator.className = `mp-indicator ${asText(node.data['indicatorClass'])}`;
        indicator.setAttribute('style', host.styleText(asText(node.data['indicatorStyle'])));
        mask.className = `mp-mask ${asText(node.data['maskClass'])}`;
        mask.setAttribute('style', host.styleText(asText(node.data['maskStyle'])));
      };
      const place = () => {
        const values = asList(node.data['value']);
        columnsOf(node.host).forEach((column, at) => {
          const height = indicator.offsetHeight || 34;
          arrange(column, height);
          column.scrollTop = asNumber(values[at]) * height;
        });
      };
      placers.set(node, { place, rowHeight: () => indicator.offsetHeight || 34 });
      return {
        attached() {
          draw();
          requestAnimationFrame(place);
        },
        changed(name) {
          draw();
          if (name === 'value') requestAnimationFrame(place);
        },
      };
    },
  };
}

interface Placer {
  place(): void;
  rowHeight(): number;
}

const placers = new WeakMap<BuiltinNode, Placer>();

function columnsOf(view: HTMLElement): HTMLElement[] {
  return [...view.querySelectorAll<HTMLElement>('wx-picker-view-column')];
}

/** The first and the last row can reach the middle; rows snap there. */
function arrange(column: HTMLElement, height: number): void {
  const space = Math.max(0, (column.clientHeight - height) / 2);
  column.style.paddingBlock = `${space}px`;
  column.style.boxSizing = 'border-box';
  for (const row of column.children) {
    if (!(row instanceof HTMLElement)) continue;
    row.style.height = `${height}px`;
    row.style.overflow = 'hidden';
    row.style.scrollSnapAlign = 'center';
  }
}

/** `<picker-view-column>`. */
export function pickerViewColumn(host: Host): BuiltinDefinition {
  return {
    tag: 'picker-view-column',
    slot: true,
    properties: {},
    mount(node) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let moving = false;
      const view = () => {
        const element = node.host.closest('wx-picker-view');
        return element ? host.nodeOf(element) : undefined;
      };
      const ended = () => {
        const outer = view();
        const placer = outer && placers.get(outer);
        if (!outer || !placer) return;
        moving = false;
        const index = Math.round(node.host.scrollTop / placer.rowHeight());
        const at = columnsOf(outer.host).indexOf(node.host);
        const value = columnsOf(outer.host).map((_, column) =>
          asNumber(asList(outer.data['value'])[column]),
        );
        outer.trigger('pickend', {});
        if (at < 0 || value[at] === index) return;
        value[at] = index;
        outer.set('value', value);
        outer.trigger('change', { value });
      };
      node.host.addEventListener('scroll', () => {
        if (!moving) view()?.trigger('pickstart', {});
        moving = true;
        clearTimeout(timer);
        timer = setTimeout(ended, 120);
      });
      const rows = new MutationObserver(() => {
        const outer = view();
        if (outer) requestAnimationFrame(() => placers.get(outer)?.place());
      });
      return {
        attached: () => rows.observe(node.host, { childList: true }),
        detached: () => rows.disconnect(),
        tapped(target) {
          const row = [...node.host.children].findIndex((child) => child.contains(target));
          const outer = view();
          const placer = outer && placers.get(outer);
          if (row >= 0 && placer) {
            node.host.scrollTo({ top: row * placer.rowHeight(), behavior: 'smooth' });
          }
        },
      };
    },
  };
}
