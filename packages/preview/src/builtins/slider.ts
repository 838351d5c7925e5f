import type { BuiltinDefinition, Host } from '../runtime/host';
import { asNumber, asText, flag, number, text } from './properties';

/** `<slider>`: `changing` while dragged, `change` when let go. */
export function slider(_host: Host): BuiltinDefinition {
  return {
    tag: 'slider',
    slot: false,
    properties: {
      min: number(0),
      max: number(100),
      step: number(1),
      disabled: flag(),
      value: number(0),
      color: text('#e9e9e9'),
      selectedColor: text('#1aad19'),
      activeColor: text('#1aad19'),
      backgroundColor: text('#e9e9e9'),
      blockSize: number(28),
      blockColor: text('#ffffff'),
      showValue: flag(),
      name: text(),
    },
    mount(node) {
      const row = document.createElement('div');
      row.className = 'mp-slider';
      const range = document.createElement('input');
      range.type = 'range';
      const output = document.createElement('output');
      row.append(range, output);
      node.host.append(row);
      let first = 0;
      const draw = () => {
        range.min = String(asNumber(node.data['min']));
        range.max = String(asNumber(node.data['max'], 100));
        range.step = String(asNumber(node.data['step'], 1));
        range.disabled = node.data['disabled'] === true;
        range.value = String(asNumber(node.data['value']));
        range.style.accentColor = asText(node.data['activeColor'] || node.data['selectedColor']);
        output.hidden = node.data['showValue'] !== true;
        output.value = range.value;
      };
      const moved = (event: string) => {
        node.set('value', Number(range.value));
        output.value = range.value;
        node.trigger(event, { value: Number(range.value) });
      };
      range.addEventListener('input', (event) => {
        event.stopPropagation();
        moved('changing');
      });
      range.addEventListener('change', (event) => {
        event.stopPropagation();
        moved('change');
      });
      return {
        changed: draw,
        control: range,
        attached() {
          first = asNumber(node.data['value']);
          draw();
        },
        field: {
          value: () => asNumber(node.data['value']),
          reset() {
            node.set('value', first);
            draw();
          },
        },
      };
    },
  };
}
