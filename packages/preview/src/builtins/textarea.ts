import type { BuiltinDefinition, Host } from '../runtime/host';
import { FIELD_PROPERTIES, Field } from './field';
import { asText, flag } from './properties';

/** `<textarea>`, with `auto-height` and `linechange`. */
export function textarea(host: Host): BuiltinDefinition {
  return {
    tag: 'textarea',
    slot: false,
    properties: {
      ...FIELD_PROPERTIES,
      autoHeight: flag(),
      fixed: flag(),
      showConfirmBar: flag(true),
      disableDefaultPadding: flag(),
    },
    mount(node) {
      const element = document.createElement('textarea');
      let lines = 0;
      const grow = () => {
        if (!node.host.isConnected) return;
        const auto = node.data['autoHeight'] === true;
        node.host.toggleAttribute('data-auto', auto);
        element.style.height = '';
        if (auto) {
          element.style.height = '0';
          element.style.height = `${element.scrollHeight}px`;
        }
        const height = element.scrollHeight;
        const lineHeight = lineHeightOf(element);
        const count = Math.max(1, Math.round(height / lineHeight));
        if (count === lines) return;
        lines = count;
        node.trigger('linechange', { height, heightRpx: height * 2, lineCount: count, lineHeight });
      };
      const field = new Field(host, node, element, grow);
      const watch = new ResizeObserver(() => {
        if (node.data['autoHeight'] === true && element.scrollHeight !== element.clientHeight)
          grow();
      });
      element.addEventListener('keydown', (event) => {
        const returns = ['', 'return'].includes(asText(node.data['confirmType']));
        if (event.key !== 'Enter' || event.isComposing || returns) return;
        event.preventDefault();
        field.confirm();
      });
      const activate = () => {
        if (node.data['disabled'] !== true) element.focus({ preventScroll: true });
      };
      return {
        changed(name) {
          field.changed(name);
          if (name === 'autoHeight') grow();
        },
        attached() {
          field.attached();
          watch.observe(node.host);
        },
        detached: () => watch.disconnect(),
        tapped: activate,
        activate,
        field: field.hooks,
        control: field.element,
      };
    },
  };
}

/** px; `normal` is what the font says, which only shows when a line is drawn. */
function lineHeightOf(element: HTMLElement): number {
  const written = Number.parseFloat(getComputedStyle(element).lineHeight);
  if (Number.isFinite(written)) return written;
  const probe = document.createElement('div');
  probe.style.cssText = 'position:absolute;visibility:hidden';
  probe.textContent = '字';
  element.parentElement?.append(probe);
  const height = probe.getBoundingClientRect().height;
  probe.remove();
  return height || 20;
}
