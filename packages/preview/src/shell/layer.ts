import { make, pushButton } from './dom';

export interface LayerAction {
  readonly label: string;
  readonly primary?: boolean;
  readonly color?: string;
  readonly run: () => void;
}

export interface LayerOptions {
  /** dialog: in the middle · sheet: from below · full: all of the phone. */
  readonly kind: 'dialog' | 'sheet' | 'full';
  readonly title: string;
  /** The title stands only for screen readers. */
  readonly titleHidden?: boolean;
  readonly body: Node;
  readonly actions: readonly LayerAction[];
  /** Tapping beside it, or Escape, closes it; true unless said. */
  readonly dismissable?: boolean;
  /** After it is gone, for whatever reason. */
  readonly closed?: () => void;
}

export interface Layer {
  readonly element: HTMLElement;
  close(): void;
}

let count = 0;

/** Puts a dialog or sheet over the phone. The focus moves in, and back when it closes. */
export function openLayer(overlay: HTMLElement, options: LayerOptions): Layer {
  count += 1;
  const id = `mp-layer-${count}`;
  const before = document.activeElement;
  const title = make(
    'h2',
    { id, class: options.titleHidden ? 'mp-sr' : 'mp-layer-title' },
    options.title,
  );
  const buttons = options.actions.map(({ label, primary, color, run }) => {
    const button = pushButton(label, run, { class: primary ? 'mp-primary' : 'mp-secondary' });
    if (color !== undefined) button.style.color = color;
    return button;
  });
  const box = make(
    'div',
    { class: `mp-${options.kind}`, role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': id },
    title,
    options.body,
    buttons.length > 0 ? make('div', { class: 'mp-layer-actions' }, ...buttons) : undefined,
  );
  box.tabIndex = -1;
  const element = make('div', { class: 'mp-layer', 'data-kind': options.kind }, box);
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    element.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    options.closed?.();
  };
  const dismissable = options.dismissable !== false;
  element.addEventListener('click', (event) => {
    if (dismissable && event.target === element) close();
  });
  element.addEventListener('keydown', (event) => {
    if (dismissable && event.key === 'Escape') close();
    if (event.key === 'Tab') keepInside(event, box);
  });
  overlay.append(element);
  box.focus({ preventScroll: true });
  return { element, close };
}

function keepInside(event: KeyboardEvent, box: HTMLElement): void {
  const found = box.querySelectorAll<HTMLElement>(
    'button,input,textarea,select,a[href],[tabindex="0"]',
  );
  const first = found[0];
  const last = found[found.length - 1];
  if (!first || !last) return;
  const at = document.activeElement;
  if (event.shiftKey && (at === first || at === box)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && at === last) {
    event.preventDefault();
    first.focus();
  }
}
