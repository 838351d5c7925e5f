import type { BuiltinDefinition, BuiltinNode, Host } from '../runtime/host';
import { asText, flag, text } from './properties';

interface FormActions {
  submit(): void;
  reset(): void;
}

const forms = new WeakMap<Element, FormActions>();

/** The form around an element; a button of it submits or resets it. */
export function formAround(element: Element): FormActions | undefined {
  const host = element.closest('wx-form');
  return host ? forms.get(host) : undefined;
}

/** `<form>`: `submit` with the values of all named fields inside, `reset`. */
export function form(host: Host): BuiltinDefinition {
  return {
    tag: 'form',
    slot: true,
    properties: { reportSubmit: flag(), reportSubmitTimeout: { type: Number, value: 0 } },
    mount(node) {
      forms.set(node.host, {
        submit() {
          const value: Record<string, unknown> = {};
          for (const field of host.fieldsIn(node.host)) value[field.name] = field.value();
          const formId =
            node.data['reportSubmit'] === true ? 'the formId is a mock one' : undefined;
          node.trigger('submit', { value, ...(formId === undefined ? {} : { formId }) });
        },
        reset() {
          for (const field of host.fieldsIn(node.host)) field.reset();
          node.trigger('reset', {});
        },
      });
      return {};
    },
  };
}

/** `<label>`: a tap on it is a tap on its control, by `for` or the first one inside. */
export function label(host: Host): BuiltinDefinition {
  return {
    tag: 'label',
    slot: true,
    properties: { for: text() },
    mount(node) {
      return {
        // After its content is there.
        attached: () => setTimeout(() => nameControl(host, node)),
        tapped(target) {
          const inner = controlAround(host, target, node.host);
          if (inner) return;
          labelled(host, node)?.hooks.activate?.();
        },
      };
    },
  };
}

/** A control between the tapped element and the label has had the tap already. */
function controlAround(host: Host, target: Element, outer: Element): BuiltinNode | undefined {
  for (let at: Element | null = target; at && at !== outer; at = at.parentElement) {
    const node = host.nodeOf(at);
    if (node?.hooks.activate) return node;
  }
  return undefined;
}

function labelled(host: Host, node: BuiltinNode): BuiltinNode | undefined {
  const id = asText(node.data['for']);
  const scope = id === '' ? node.host : (node.host.closest('.mp-page') ?? document);
  const selector = id === '' ? '*' : `#${CSS.escape(id)}`;
  for (const element of scope.querySelectorAll(selector)) {
    const found = host.nodeOf(element);
    if (found?.hooks.activate) return found;
  }
  return undefined;
}

let labels = 0;

/** Screen readers know a control by its label, as by a browser's own label. */
function nameControl(host: Host, node: BuiltinNode): void {
  const found = labelled(host, node);
  const control = found?.hooks.control ?? found?.host;
  if (!control || !node.host.isConnected) return;
  const named = ['aria-label', 'aria-labelledby'].some((name) => control.hasAttribute(name));
  if (named || control.textContent?.trim()) return;
  labels += 1;
  if (node.host.id === '') node.host.id = `mp-label-${labels}`;
  control.setAttribute('aria-labelledby', node.host.id);
}
