import fs from 'node:fs';
import path from 'node:path';
import { jest } from '@jest/globals';
import simulate from 'miniprogram-simulate';
import { clickable, findAll, type Node, rootOf, send, textOf } from './tree';

const root = path.resolve(__dirname, '../../../miniprogram');

const jsonFiles = (folder: string): string[] =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'miniprogram_npm' || entry.name === 'vendor') return [];
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return jsonFiles(file);
    return entry.name.endsWith('.json') ? [file] : [];
  });

/** npm components by the name of their tag: simulate finds files, not packages. */
const packaged = Object.fromEntries(
  jsonFiles(root).flatMap((file) => {
    const { usingComponents = {} } = JSON.parse(fs.readFileSync(file, 'utf8'));
    return Object.entries<string>(usingComponents)
      .filter(([, at]) => /^[a-z]/.test(at))
      .map(([tag, at]) => [tag, `/miniprogram_npm/${at}`]);
  }),
);

/** Lets answers arrive and the page draw what came. Works with real and with fake timers. */
export const settle = async (ms = 0): Promise<void> => {
  await jest.advanceTimersByTimeAsync(ms);
};

type PageOptions = { readonly data?: unknown; readonly behaviors?: unknown[] } & Record<
  string,
  unknown
>;
declare const Component: (options: unknown) => void;

/** simulate knows components only: a page is one whose functions are its methods. */
const definePage = ({ data, behaviors, ...rest }: PageOptions): void => {
  const methods = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => typeof value === 'function'),
  );
  Component({ data, behaviors, methods });
};

type Lifecycle =
  | 'onLoad'
  | 'onShow'
  | 'onHide'
  | 'onUnload'
  | 'onReachBottom'
  | 'onPullDownRefresh';

/** A page on the phone, as a person meets it: by what it says and what can be tapped. */
export class OpenPage {
  constructor(
    private readonly instance: Record<string, (...args: unknown[]) => unknown>,
    private readonly node: Node,
  ) {}

  /** All words on the screen, each piece on its own line. */
  get text(): string {
    return textOf(this.node);
  }

  shows(words: string): boolean {
    return this.text.includes(words);
  }

  /** The labels read aloud for controls whose label holds the words. */
  labels(words = ''): string[] {
    return findAll(this.node, ({ label }) => label.includes(words)).map(({ label }) => label);
  }

  /** What can be ticked, by its words. */
  checkboxes(): string[] {
    return findAll(this.node, ({ attrs }) => attrs['ariaRole'] === 'checkbox').map(({ text }) =>
      text.replaceAll('\n', ''),
    );
  }

  /** How many elements are drawn with a class, for what has no words. */
  count(style: string): number {
    const drawn = ({ attrs }: { attrs: Readonly<Record<string, unknown>> }) =>
      String(attrs['class'] ?? '')
        .split(' ')
        .includes(style);
    return findAll(this.node, drawn).length;
  }

  /** Taps what carries these words, as its text or its label; the n-th of several. */
  async tap(words: string, nth = 0): Promise<void> {
    send(clickable(this.node, words, nth), 'tap', {});
    await settle();
  }

  /** Types into the field with this label. */
  async type(label: string, value: string): Promise<void> {
    send(this.field(label), 'input', { value });
    await settle();
  }

  /** Chooses an entry of a picker, by its words. */
  async choose(label: string, words: string): Promise<void> {
    const { node, attrs } = this.entry(label);
    const range = attrs['range'];
    const key = String(attrs['rangeKey'] ?? '');
    const at = Array.isArray(range) ? range.findIndex((one) => one[key] === words) : -1;
    if (at < 0) throw new Error(`${label} does not offer ${words}`);
    send(node, 'change', { value: String(at) });
    await settle();
  }

  /** What stands in the field with this label. */
  valueOf(label: string): string {
    return String(this.entry(label).attrs['value'] ?? '');
  }

  /** Whether the control with this text or label is marked as checked or selected. */
  isOn(words: string): boolean {
    const found = findAll(
      this.node,
      (one) => one.label === words || one.text.replaceAll('\n', '') === words,
    );
    return found.some(
      ({ attrs }) => attrs['ariaChecked'] === true || attrs['ariaSelected'] === true,
    );
  }

  async go(moment: Lifecycle, ...args: unknown[]): Promise<void> {
    this.instance[moment]?.(...args);
    await settle();
  }

  private entry(label: string) {
    const [found] = findAll(this.node, (one) => one.label.startsWith(label));
    if (found === undefined) throw new Error(`no field ${label} on:\n${this.text}`);
    return found;
  }

  private field(label: string): Node {
    return this.entry(label).node;
  }
}

/**
 * Opens a page as WeChat does: loaded with its query, then shown. The phone and its services are
 * those of the last `startApp`. Does not wait for answers: a test says how long it looks.
 */
export const openPage = (route: string, query: Record<string, string> = {}): OpenPage => {
  Object.assign(globalThis, { Page: definePage });
  const id = simulate.load(path.join(root, route), 'page', {
    rootPath: root,
    usingComponents: packaged,
  });
  const page = simulate.render(id);
  const screen = document.createElement('div');
  document.body.replaceChildren(screen);
  page.attach(screen);
  const { instance } = page as unknown as {
    instance: Record<string, (...args: unknown[]) => unknown>;
  };
  instance['onLoad']?.(query);
  instance['onShow']?.();
  return new OpenPage(instance, rootOf(page));
};
