import type { BuiltinNode, BuiltinProperty, Host } from '../runtime/host';
import { drawPlaceholder, returned } from './field-parts';
import { anything, asNumber, asText, flag, member, number, text } from './properties';

/** What `<input>` and `<textarea>` have in common. */
export const FIELD_PROPERTIES: Readonly<Record<string, BuiltinProperty>> = {
  value: anything(''),
  placeholder: text(),
  placeholderStyle: text(),
  placeholderClass: text(),
  disabled: flag(),
  maxlength: { type: null, value: 140 },
  focus: flag(),
  autoFocus: flag(),
  name: text(),
  confirmType: text(),
  confirmHold: flag(),
  cursor: number(-1),
  cursorSpacing: anything(0),
  cursorColor: text(),
  selectionStart: number(-1),
  selectionEnd: number(-1),
  adjustPosition: flag(true),
  holdKeyboard: flag(),
  alwaysEmbed: flag(),
};

/** What fits into a field: −1 and nothing mean no limit. */
export function fitted(value: string, maxlength: unknown): string {
  const limit = asNumber(maxlength, 140);
  return limit < 0 ? value : value.slice(0, limit);
}

/** One field: keeps the browser's own element and the component's `value` the same. */
export class Field<T extends HTMLInputElement | HTMLTextAreaElement> {
  private readonly placeholder = document.createElement('div');
  private first = '';
  /** The placeholder that was drawn last. */
  /** What `focus` was before, so that only a change to true moves the focus. */
  private wantedFocus = false;
  /** The label which we gave it. */
  private named = '';

  constructor(
    private readonly host: Host,
    readonly node: BuiltinNode,
    readonly element: T,
    private readonly resized: () => void,
  ) {
    element.className = 'mp-field';
    this.placeholder.className = 'mp-placeholder';
    this.placeholder.setAttribute('aria-hidden', 'true');
    node.host.append(this.placeholder, element);
    element.addEventListener('input', (event) => {
      event.stopPropagation();
      if (!(event instanceof InputEvent && event.isComposing)) this.typed(event);
    });
    element.addEventListener('compositionend', (event) => this.typed(event));
    element.addEventListener('change', (event) => event.stopPropagation());
    element.addEventListener('focus', () => {
      this.wantedFocus = true;
      node.trigger('focus', { value: element.value, height: 0 });
    });
    element.addEventListener('blur', () => {
      this.wantedFocus = false;
      if (node.data['focus'] === true) node.set('focus', false);
      node.trigger('blur', { value: element.value, cursor: element.selectionStart ?? 0 });
    });
  }

  confirm(): void {
    this.node.trigger('confirm', { value: this.element.value });
    if (this.node.data['confirmHold'] !== true) this.element.blur();
  }

  changed(name: string): void {
    const { element, node } = this;
    switch (name) {
      case 'value':
        this.write(asText(node.data['value']));
        break;
      case 'maxlength':
        this.write(element.value);
        break;
      case 'disabled':
        element.disabled = node.data['disabled'] === true;
        break;
      case 'focus':
        if (node.host.isConnected) this.followFocus();
        break;
      case 'selectionStart':
      case 'selectionEnd':
      case 'cursor':
        this.select();
        break;
      default:
        this.drawPlaceholder();
    }
  }

  attached(): void {
    const { node, element } = this;
    this.first = asText(node.data['value']);
    this.write(this.first);
    element.disabled = node.data['disabled'] === true;
    this.drawPlaceholder();
    if (node.data['autoFocus'] === true || node.data['focus'] === true) {
      // The page is still being put together.
      setTimeout(() => {
        if (node.host.isConnected) element.focus({ preventScroll: true });
      });
    }
    this.resized();
  }

  readonly hooks = {
    value: () => this.element.value,
    reset: () => {
      this.node.set('value', this.first);
      this.write(this.first);
    },
  };

  private typed(event: Event): void {
    const { node, element } = this;
    const value = fitted(element.value, node.data['maxlength']);
    if (value !== element.value) element.value = value;
    node.set('value', value);
    this.drawPlaceholder();
    this.resized();
    const cursor = element.selectionStart ?? value.length;
    const typed = event instanceof InputEvent ? event.data : null;
    const keyCode = typed?.codePointAt(0) ?? 8;
    this.rewrite(returned(node, { value, cursor, keyCode }));
  }

  /** A handler of `input` may return what is to stand in the field instead. */
  private rewrite(answer: unknown): void {
    const wanted = typeof answer === 'string' ? answer : member(answer, 'value');
    if (typeof wanted !== 'string') return;
    this.node.set('value', fitted(wanted, this.node.data['maxlength']));
    this.write(wanted);
    const cursor = member(answer, 'cursor');
    if (typeof cursor === 'number') this.element.setSelectionRange(cursor, cursor);
  }

  private write(raw: string): void {
    const value = fitted(raw, this.node.data['maxlength']);
    const { element } = this;
    if (element.value !== value) {
      const cursor = document.activeElement === element ? element.selectionStart : null;
      element.value = value;
      if (cursor !== null && cursor < value.length && canSelect(element)) {
        element.setSelectionRange(cursor, cursor);
      }
      this.resized();
    }
    this.drawPlaceholder();
  }

  private followFocus(): void {
    const wanted = this.node.data['focus'] === true;
    if (wanted === this.wantedFocus) return;
    this.wantedFocus = wanted;
    if (wanted) this.element.focus({ preventScroll: true });
    else this.element.blur();
  }

  private select(): void {
    const { element, node } = this;
    if (!canSelect(element) || document.activeElement !== element) return;
    const cursor = asNumber(node.data['cursor'], -1);
    const start = asNumber(node.data['selectionStart'], -1);
    const end = asNumber(node.data['selectionEnd'], -1);
    if (start >= 0 && end >= 0) element.setSelectionRange(start, end);
    else if (cursor >= 0) element.setSelectionRange(cursor, cursor);
  }

  private drawPlaceholder(): void {
    const { node, element, placeholder } = this;
    const words = asText(node.data['placeholder']);
    placeholder.hidden = element.value !== '';
    drawPlaceholder(this.host, node, placeholder);
    this.nameBy(words);
  }

  /** A field without a label of its own is named by its placeholder. */
  private nameBy(words: string): void {
    const { element } = this;
    const label = element.getAttribute('aria-label') ?? '';
    if (label !== '' && label !== this.named) return;
    this.named = words;
    if (words === '') element.removeAttribute('aria-label');
    else element.setAttribute('aria-label', words);
  }
}

function canSelect(element: HTMLInputElement | HTMLTextAreaElement): boolean {
  return element.selectionStart !== null;
}
