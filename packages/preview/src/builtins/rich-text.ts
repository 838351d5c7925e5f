import type { BuiltinDefinition, Host } from '../runtime/host';
import { anything, asText, flag, text } from './properties';
import { type RichNode, sanitise } from './rich-nodes';

/** `<rich-text>`: nodes as a list or as HTML; only the tags which WeChat trusts. */
export function richText(host: Host): BuiltinDefinition {
  return {
    tag: 'rich-text',
    slot: false,
    properties: { nodes: anything([]), space: text(), userSelect: flag() },
    mount(node) {
      const draw = () => {
        const nodes = node.data['nodes'];
        const list = typeof nodes === 'string' ? parseHtml(nodes) : nodes;
        node.host.replaceChildren(...sanitise(list).map((item) => build(host, item)));
        const space = asText(node.data['space']);
        node.host.style.whiteSpace = space === '' ? '' : 'pre-wrap';
      };
      return {
        changed: (name) => {
          if (name === 'nodes' || name === 'space') draw();
        },
      };
    },
  };
}

/** HTML as the nodes which it says; nothing of it runs or loads while it is read. */
function parseHtml(html: string): unknown[] {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  return [...body.childNodes].map(describe);
}

function describe(node: Node): unknown {
  if (node instanceof Text) return { type: 'text', text: node.data };
  if (!(node instanceof Element)) return null;
  const attrs = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  const name = node.tagName.toLowerCase();
  return { name, attrs, children: [...node.childNodes].map(describe) };
}

function build(host: Host, item: RichNode): Node {
  if (item.kind === 'text') return document.createTextNode(item.text);
  const element = document.createElement(item.name);
  for (const [name, value] of Object.entries(item.attributes)) {
    element.setAttribute(name, name === 'style' ? host.styleText(value) : value);
  }
  element.append(...item.children.map((child) => build(host, child)));
  return element;
}
