import type { BuiltinDefinition, Host } from '../runtime/host';
import { FIELD_PROPERTIES, Field } from './field';
import { asText, flag, text } from './properties';

/** The keyboard that the browser shows for WeChat's input types. */
const KEYBOARDS: Readonly<Record<string, string>> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  'safe-password': 'numeric',
};

const ENTER_KEYS: Readonly<Record<string, string>> = {
  send: 'send',
  search: 'search',
  next: 'next',
  go: 'go',
  done: 'done',
};

/** `<input>`. */
export function input(host: Host): BuiltinDefinition {
  return {
    tag: 'input',
    slot: false,
    properties: { ...FIELD_PROPERTIES, type: text('text'), password: flag() },
    mount(node) {
      const element = document.createElement('input');
      const field = new Field(host, node, element, () => undefined);
      const dress = () => {
        element.type = node.data['password'] === true ? 'password' : 'text';
        element.inputMode = KEYBOARDS[asText(node.data['type'])] ?? 'text';
        element.enterKeyHint = ENTER_KEYS[asText(node.data['confirmType'])] ?? 'done';
      };
      element.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && !event.isComposing) field.confirm();
      });
      const activate = () => {
        if (node.data['disabled'] !== true) element.focus({ preventScroll: true });
      };
      return {
        changed(name) {
          dress();
          field.changed(name);
        },
        attached() {
          dress();
          field.attached();
        },
        tapped: activate,
        activate,
        field: field.hooks,
        control: field.element,
      };
    },
  };
}
