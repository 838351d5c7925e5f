type Child = Node | string | undefined;

export interface Attributes {
  readonly class?: string;
  readonly label?: string;
  readonly role?: string;
  readonly hidden?: boolean;
  readonly [name: string]: string | boolean | undefined;
}

/** Makes an element: `label` becomes aria-label; undefined and false leave an attribute out. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name === 'label' ? 'aria-label' : name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** A real button: reached by keyboard, named by its text. */
export function pushButton(
  text: string,
  run: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const button = make('button', { type: 'button', ...attributes }, text);
  button.addEventListener('click', run);
  return button;
}
