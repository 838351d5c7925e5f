import type { BuiltinDefinition, Host } from '../runtime/host';
import { flag, text as string } from './properties';

const SPACES: Readonly<Record<string, string>> = {
  ensp: '\u2002',
  emsp: '\u2003',
  nbsp: '\u00a0',
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
};

/** The entities which `<text decode>` understands; no others. */
export function decodeEntities(value: string): string {
  return value.replace(/&(?:nbsp|lt|gt|amp|apos|ensp|emsp);/g, (found) => ENTITIES[found] ?? found);
}

/** `<text>`: line breaks are kept, `decode`, `space`, `user-select`. */
export function text(_host: Host): BuiltinDefinition {
  return {
    tag: 'text',
    slot: true,
    properties: {
      decode: flag(),
      space: string(),
      userSelect: flag(),
      selectable: flag(),
      overflow: string(),
      maxLines: { type: Number, value: 0 },
    },
    mount(node) {
      const transform = () => {
        const space = SPACES[String(node.data['space'])];
        const decode = node.data['decode'] === true;
        if (space === undefined && !decode) return;
        for (const child of node.host.childNodes) {
          if (!(child instanceof Text)) continue;
          const decoded = decode ? decodeEntities(child.data) : child.data;
          const value = space === undefined ? decoded : decoded.replaceAll(' ', space);
          if (value !== child.data) child.data = value;
        }
      };
      const observer = new MutationObserver(transform);
      return {
        changed(name) {
          if (name === 'userSelect' || name === 'selectable') {
            const on = node.data['userSelect'] === true || node.data['selectable'] === true;
            node.host.toggleAttribute('data-selectable', on);
          }
          transform();
        },
        attached() {
          transform();
          if (node.data['decode'] === true || SPACES[String(node.data['space'])] !== undefined) {
            observer.observe(node.host, { childList: true, characterData: true, subtree: true });
          }
        },
        detached: () => observer.disconnect(),
      };
    },
  };
}
