import { decodeEntities } from './text';

export type RichNode =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'element';
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly children: readonly RichNode[];
    };

/** WeChat's list of trusted tags, with the attributes of each beyond class and style. */
const TRUSTED: Readonly<Record<string, readonly string[]>> = {
  a: [],
  abbr: [],
  address: [],
  article: [],
  aside: [],
  b: [],
  bdi: [],
  bdo: ['dir'],
  big: [],
  blockquote: [],
  br: [],
  caption: [],
  center: [],
  cite: [],
  code: [],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  dd: [],
  del: [],
  div: [],
  dl: [],
  dt: [],
  em: [],
  fieldset: [],
  font: [],
  footer: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  header: [],
  hr: [],
  i: [],
  img: ['alt', 'src', 'height', 'width'],
  ins: [],
  label: [],
  legend: [],
  li: [],
  mark: [],
  nav: [],
  ol: ['start', 'type'],
  p: [],
  pre: [],
  q: [],
  rt: [],
  ruby: [],
  s: [],
  section: [],
  small: [],
  span: [],
  strong: [],
  sub: [],
  sup: [],
  table: ['width'],
  tbody: [],
  td: ['colspan', 'height', 'rowspan', 'width'],
  tfoot: [],
  th: ['colspan', 'height', 'rowspan', 'width'],
  thead: [],
  tr: ['colspan', 'height', 'rowspan', 'width'],
  tt: [],
  u: [],
  ul: [],
};

const ALWAYS = ['class', 'style'];

/** What may be shown of nodes as a project gave them: unknown tags go with all they contain. */
export function sanitise(nodes: unknown): RichNode[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.map(sanitiseNode).filter((node) => node !== undefined);
}

function sanitiseNode(node: unknown): RichNode | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const { type, text, name, attrs, children }: Record<string, unknown> = { ...node };
  if (type === 'text') return { kind: 'text', text: decodeEntities(String(text ?? '')) };
  const tag = String(name ?? '').toLowerCase();
  const own = Object.hasOwn(TRUSTED, tag) ? TRUSTED[tag] : undefined;
  if (own === undefined) return undefined;
  return {
    kind: 'element',
    name: tag,
    attributes: safeAttributes(attrs, [...ALWAYS, ...own]),
    children: sanitise(children),
  };
}

function safeAttributes(attrs: unknown, allowed: readonly string[]): Record<string, string> {
  const safe: Record<string, string> = {};
  if (typeof attrs !== 'object' || attrs === null) return safe;
  for (const [name, value] of Object.entries(attrs)) {
    if (!allowed.includes(name) || value === null || value === undefined) continue;
    const written = String(value);
    if (name === 'src' && !/^(https?:|data:image\/|\/)/i.test(written)) continue;
    safe[name] = written;
  }
  return safe;
}
