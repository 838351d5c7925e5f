import type { BuiltinNode, Host } from '../runtime/host';
import { asText } from './properties';

/** Sends `input` and gives what the last handler returned. */
export function returned(node: BuiltinNode, detail: unknown): unknown {
  let answer: unknown;
  const options = {
    bubbles: false,
    handleListenerReturn(value: unknown) {
      answer = value;
    },
  };
  node.trigger('input', detail, options);
  return answer;
}

/** The words in an empty field, with the style and class which the template gives them. */
export function drawPlaceholder(host: Host, node: BuiltinNode, element: HTMLElement): void {
  element.textContent = asText(node.data['placeholder']);
  element.setAttribute('style', host.styleText(asText(node.data['placeholderStyle'])));
  const names = asText(node.data['placeholderClass']).split(/\s+/).filter(Boolean);
  // A class may belong to isolated styles: then its rules carry the prefix of the owner, which the
  // host's own classes show.
  const prefix = /(?:^|\s)(s[0-9a-z]+)--/.exec(node.host.className)?.[1];
  const own = prefix === undefined ? [] : names.map((each) => `${prefix}--${each}`);
  element.className = ['mp-placeholder', ...names, ...own].join(' ');
}
