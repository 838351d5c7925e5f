import type { BuiltinDefinition, Host } from '../runtime/host';
import { asText, flag, text } from './properties';
import { control } from './roles';

/** `<switch>`, as a switch or (`type="checkbox"`) as a box. */
export function switchControl(_host: Host): BuiltinDefinition {
  return {
    tag: 'switch',
    slot: false,
    properties: {
      checked: flag(),
      disabled: flag(),
      type: text('switch'),
      color: text('#04be02'),
      name: text(),
    },
    mount(node) {
      const face = document.createElement('span');
      face.setAttribute('aria-hidden', 'true');
      node.host.append(face);
      control(node.host, 'switch');
      let first = false;
      const draw = () => {
        const on = node.data['checked'] === true;
        face.className = node.data['type'] === 'checkbox' ? 'mp-box' : 'mp-switch';
        face.dataset['on'] = String(on);
        face.style.color = asText(node.data['color']);
        node.host.setAttribute('aria-checked', String(on));
        node.host.setAttribute('aria-disabled', String(node.data['disabled'] === true));
      };
      const activate = () => {
        if (node.data['disabled'] === true) return;
        node.set('checked', node.data['checked'] !== true);
        draw();
        node.trigger('change', { value: node.data['checked'] === true });
      };
      return {
        changed: draw,
        attached() {
          first = node.data['checked'] === true;
          draw();
        },
        tapped: activate,
        activate,
        field: {
          value: () => node.data['checked'] === true,
          reset() {
            node.set('checked', first);
            draw();
          },
        },
      };
    },
  };
}
