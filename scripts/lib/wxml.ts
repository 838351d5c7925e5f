/** An attribute as written; `value` is undefined when it has none. */
export interface Attribute {
  readonly name: string;
  readonly value: string | undefined;
  /** Offset of the value, or of the name when there is no value. */
  readonly at: number;
}

/** One element of a template. */
export interface Element {
  readonly tag: string;
  readonly at: number;
  readonly attributes: readonly Attribute[];
  readonly children: Element[];
  /** The element's own text, {{ }} included, without that of its children. */
  text: string;
}

const COMMENT = /<!--[\s\S]*?-->/g;
const TAG =
  /<(\/?)([a-zA-Z][\w.-]*)((?:\s+[^\s=>/"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*(\/?)>/g;
const ATTRIBUTE = /([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const WXS = /(<wxs\b[^>]*[^/]>)([\s\S]*?)(<\/wxs>)/g;

/** The same length of blanks, so that offsets stay those of the file. */
function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}

function attributesOf(text: string, start: number): Attribute[] {
  return [...text.matchAll(ATTRIBUTE)].map((match) => {
    const value = match[2] ?? match[3] ?? match[4];
    const inside = value === undefined ? 0 : match[0].lastIndexOf(value);
    return { name: match[1] ?? '', value, at: start + match.index + inside };
  });
}

/**
 * Reads a template as a tree. Comments and inline scripts are left out. It does not judge: an
 * end tag closes the nearest open element of its name, what is left open ends with the file;
 * the compiler reports both.
 * @returns the elements of the top level
 */
export function parseWxml(wxml: string): Element[] {
  const text = wxml
    .replaceAll(COMMENT, blank)
    .replaceAll(WXS, (_, open: string, body: string, close: string) => open + blank(body) + close);
  const root: Element = { tag: '', at: 0, attributes: [], children: [], text: '' };
  const stack: Element[] = [root];
  let last = 0;
  for (const match of text.matchAll(TAG)) {
    const [whole, closing, tag = '', body = '', selfClosing] = match;
    const parent = stack.at(-1) ?? root;
    parent.text += text.slice(last, match.index);
    last = match.index + whole.length;
    if (closing === '/') {
      const depth = stack.map((element) => element.tag).lastIndexOf(tag);
      if (depth > 0) stack.length = depth;
      continue;
    }
    const attributes = attributesOf(body, match.index + 1 + tag.length);
    const element: Element = { tag, at: match.index, attributes, children: [], text: '' };
    parent.children.push(element);
    if (selfClosing !== '/') stack.push(element);
  }
  return root.children;
}

/** Every element of a tree, parents before their children. */
export function allElements(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => [element, ...allElements(element.children)]);
}

/** An attribute's value; '' when it stands there without one, undefined when it does not. */
export function attributeOf(element: Element, name: string): string | undefined {
  const found = element.attributes.find((attribute) => attribute.name === name);
  return found === undefined ? undefined : (found.value ?? '');
}
