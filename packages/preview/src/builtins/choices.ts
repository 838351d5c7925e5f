import type { BuiltinDefinition, BuiltinNode, Host } from '../runtime/host';
import { asText, flag, text } from './properties';
import { control } from './roles';

type Kind = 'checkbox' | 'radio';

export const checkbox = (host: Host): BuiltinDefinition => choice(host, 'checkbox');
export const radio = (host: Host): BuiltinDefinition => choice(host, 'radio');
export const checkboxGroup = (host: Host): BuiltinDefinition => group(host, 'checkbox');
export const radioGroup = (host: Host): BuiltinDefinition => group(host, 'radio');

/** `<checkbox>` and `<radio>`: they tell the group around them. */
function choice(host: Host, kind: Kind): BuiltinDefinition {
  return {
    tag: kind,
    slot: true,
    properties: { value: text(), checked: flag(), disabled: flag(), color: text(), name: text() },
    mount(node) {
      const box = document.createElement('span');
      box.className = 'mp-box';
      box.toggleAttribute('data-round', kind === 'radio');
      box.setAttribute('aria-hidden', 'true');
      node.host.prepend(box);
      control(node.host, kind);
      const draw = () => {
        const on = node.data['checked'] === true;
        box.dataset['on'] = String(on);
        box.toggleAttribute('data-off', node.data['disabled'] === true);
        box.style.color = asText(node.data['color']) || '#09bb07';
        node.host.setAttribute('aria-checked', String(on));
        node.host.setAttribute('aria-disabled', String(node.data['disabled'] === true));
      };
      const activate = () => {
        if (node.data['disabled'] === true) return;
        const outer = node.host.closest<HTMLElement>(`wx-${kind}-group`);
        if (kind === 'radio') {
          if (node.data['checked'] === true) return;
          for (const other of choicesIn(host, outer, kind)) {
            if (other !== node && other.data['checked'] === true) uncheck(other);
          }
        }
        node.set('checked', kind === 'radio' || node.data['checked'] !== true);
        draw();
        const owner = outer && host.nodeOf(outer);
        owner?.trigger('change', { value: chosenIn(host, owner.host, kind) });
      };
      drawers.set(node, draw);
      return { changed: draw, attached: draw, tapped: activate, activate };
    },
  };
}

const drawers = new WeakMap<BuiltinNode, () => void>();

function uncheck(node: BuiltinNode): void {
  node.set('checked', false);
  drawers.get(node)?.();
}

function choicesIn(host: Host, outer: Element | null | undefined, kind: Kind): BuiltinNode[] {
  const found = [...(outer?.querySelectorAll(`wx-${kind}`) ?? [])];
  return found.map((element) => host.nodeOf(element)).filter((node) => node !== undefined);
}

function chosenIn(host: Host, outer: Element, kind: Kind): unknown {
  const values = choicesIn(host, outer, kind)
    .filter((node) => node.data['checked'] === true)
    .map((node) => asText(node.data['value']));
  return kind === 'checkbox' ? values : (values[0] ?? '');
}

function group(host: Host, kind: Kind): BuiltinDefinition {
  return {
    tag: `${kind}-group`,
    slot: true,
    properties: { name: text() },
    mount(node) {
      if (kind === 'radio') node.host.setAttribute('role', 'radiogroup');
      let first: Set<BuiltinNode> | undefined;
      const remember = () => {
        const all = choicesIn(host, node.host, kind);
        first ??= new Set(all.filter((inner) => inner.data['checked'] === true));
      };
      return {
        attached: () => queueMicrotask(remember),
        field: {
          value: () => chosenIn(host, node.host, kind),
          reset() {
            for (const inner of choicesIn(host, node.host, kind)) {
              inner.set('checked', first?.has(inner) ?? false);
              drawers.get(inner)?.();
            }
          },
        },
      };
    },
  };
}
