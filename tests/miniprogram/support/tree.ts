import exparser from 'miniprogram-exparser';

/** A node of the tree that simulate builds; it has no types of its own. */
export interface Node {
  readonly textContent?: string;
  readonly childNodes?: readonly Node[];
  readonly shadowRoot?: Node;
  readonly _vt?: {
    readonly tagName?: string;
    readonly attrs?: ReadonlyArray<{ readonly name: string; readonly value: unknown }>;
    readonly event?: Readonly<Record<string, { readonly name: string }>>;
  };
  readonly __wxSlotChildren?: readonly Node[];
}

/** An element with what a person, or a screen reader, takes it for. */
export interface Found {
  readonly node: Node;
  readonly attrs: Readonly<Record<string, unknown>>;
  /** Read aloud. */
  readonly label: string;
  /** All text inside. */
  readonly text: string;
}

export const rootOf = (page: unknown): Node => (page as { _exparserNode: Node })._exparserNode;

const isText = (node: Node): boolean => node instanceof exparser.TextNode;

/** What lies inside as it is drawn: a component's own template, with what is slotted into it. */
const inside = (node: Node): readonly Node[] =>
  node.shadowRoot?.childNodes !== undefined && node instanceof exparser.Component
    ? node.shadowRoot.childNodes
    : (node.__wxSlotChildren ?? node.childNodes ?? []);

export const textOf = (node: Node): string => {
  if (isText(node)) return (node.textContent ?? '').trim();
  return inside(node)
    .map(textOf)
    .filter((text) => text !== '')
    .join('\n');
};

const found = (node: Node): Found => {
  const attrs = Object.fromEntries((node._vt?.attrs ?? []).map(({ name, value }) => [name, value]));
  return { node, attrs, label: String(attrs['ariaLabel'] ?? ''), text: textOf(node) };
};

/** Every element that matches, in the order of the screen. */
export const findAll = (node: Node, matches: (one: Found) => boolean): Found[] => {
  if (isText(node)) return [];
  const self = found(node);
  const within = inside(node).flatMap((child) => findAll(child, matches));
  return matches(self) ? [self, ...within] : within;
};

const hears = (node: Node): boolean =>
  Object.values(node._vt?.event ?? {}).some(({ name }) => name === 'tap');

const oneLine = (text: string): string => text.replaceAll('\n', '');

/** Matching elements without those around them: a button, not the component that holds it. */
const innermost = (node: Node, matches: (one: Found) => boolean): Found[] =>
  findAll(node, matches).filter(({ node: outer }) => findAll(outer, matches).length === 1);

/** The n-th element that hears taps and says exactly this, or is read aloud as it. */
export const clickable = (node: Node, words: string, nth: number): Node => {
  const exact = innermost(
    node,
    (one) => hears(one.node) && (one.label === words || oneLine(one.text) === words),
  );
  const loose = () =>
    innermost(node, (one) => hears(one.node) && oneLine(one.text).includes(words));
  const chosen = (exact.length > 0 ? exact : loose())[nth];
  if (chosen === undefined) throw new Error(`nothing to tap says ${words} on:\n${textOf(node)}`);
  return chosen.node;
};

export const send = (node: Node, type: string, detail: Record<string, unknown>): void => {
  const options = { bubbles: true, capturePhase: true, composed: true, extraFields: {} };
  exparser.Event.dispatchEvent(node, exparser.Event.create(type, detail, options));
};
