import type { BuiltinDefinition, BuiltinNode, Host } from '../runtime/host';
import { device } from '../wx/device';
import { openTypeActions } from './button-actions';
import { formAround } from './form';
import { asText, flag, text } from './properties';
import { control } from './roles';

/** Attributes by which the style sheet tells one kind of button from another. */
const STYLED = ['type', 'size', 'plain', 'disabled', 'loading'];

/** `<button>`: form types, open types, loading and disabled. */
export function button(host: Host): BuiltinDefinition {
  return {
    tag: 'button',
    slot: true,
    properties: {
      size: text('default'),
      type: text('default'),
      plain: flag(),
      disabled: flag(),
      loading: flag(),
      formType: text(),
      openType: text(),
      lang: text('en'),
      sessionFrom: text(),
      sendMessageTitle: text(),
      sendMessagePath: text(),
      sendMessageImg: text(),
      showMessageCard: flag(),
      appParameter: text(),
      phoneNumberNoQuotaToast: flag(true),
    },
    mount(node) {
      control(node.host, 'button');
      const draw = () => {
        for (const name of STYLED) {
          const value = node.data[name];
          if (value === true) node.host.setAttribute(name, '');
          else if (typeof value === 'string' && value !== '') node.host.setAttribute(name, value);
          else node.host.removeAttribute(name);
        }
        node.host.setAttribute('aria-disabled', String(node.data['disabled'] === true));
        node.host.setAttribute('aria-busy', String(node.data['loading'] === true));
      };
      return {
        changed: draw,
        attached: draw,
        blocksTap: () => node.data['disabled'] === true,
        tapped: () => act(host, node),
        activate() {
          if (node.data['disabled'] !== true) act(host, node);
        },
      };
    },
  };
}

function act(host: Host, node: BuiltinNode): void {
  const formType = asText(node.data['formType']);
  if (formType === 'submit') formAround(node.host)?.submit();
  else if (formType === 'reset') formAround(node.host)?.reset();
  // Several open types may stand side by side, separated by |.
  for (const openType of asText(node.data['openType']).split('|').filter(Boolean)) {
    const action = openTypeActions[openType];
    if (action) {
      action({ host, node, device: device() });
    } else {
      const text = `<button open-type="${openType}"> 在预览中不支持。`;
      host.notice({ kind: 'component', name: `button ${openType}`, text });
    }
  }
}
