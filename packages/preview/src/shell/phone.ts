import type { Boot, Host, Shell } from '../runtime/host';
import { type LayerAction, openLayer } from './layer';
import type { Settings, SettingsStore } from './settings';

/** Something the phone did which a real one would show outside of the mini-program. */
export interface TrayEntry {
  /** In one word: 电话, 相册, 转发 … */
  readonly kind: string;
  readonly text: string;
  /** A page which can be opened from it. */
  readonly page?: string;
  /** Address of a file to keep. */
  readonly download?: { readonly url: string; readonly name: string };
}

export interface Question {
  readonly title: string;
  readonly text: string | Node;
  readonly confirm: string;
  readonly confirmColor?: string;
  readonly cancelColor?: string;
  /** Without it the question can only be confirmed. */
  readonly cancel?: string;
  /** dialog unless said. */
  readonly kind?: 'dialog' | 'sheet';
  /** Called inside the tap that confirms, before the promise resolves. */
  readonly onConfirm?: () => void;
}

export interface PhonePerson {
  readonly openid: string;
  readonly name: string;
}

/** The phone as wx/ and builtins/ use it. */
export interface Phone extends Shell {
  readonly boot: Boot;
  readonly store: SettingsStore;
  readonly settings: Settings;
  readonly person: PhonePerson;
  /** What dialogs call the mini-program: its own title, else the project's name. */
  readonly appName: string;
  /** Prefix of everything that is kept for this project, person and phone. */
  readonly scope: string;
  /** Lies over the screen; dialogs go here. */
  readonly overlay: HTMLElement;
  /** True when the answer is yes. */
  ask(question: Question): Promise<boolean>;
  /** Index of the chosen row, undefined when dismissed. */
  choose(items: readonly string[], options?: ChooseOptions): Promise<number | undefined>;
  tray(entry: TrayEntry): void;
  /** Opens the sheet with codes. Resolves with what was "scanned". */
  scan(): Promise<string | undefined>;
  /** Called back when the network's state changes. */
  onNetwork(listener: (network: Settings['network']) => void): () => void;
  /** Something was done on the cloud: there may be messages. */
  acted(): void;
  /** The runtime stands; given by wx/ once. */
  connect(host: Host): void;
}

export interface ChooseOptions {
  readonly title?: string;
  readonly color?: string;
}

let current: Phone | undefined;

/** The one phone of the page. Throws before mountShell. */
export function currentPhone(): Phone {
  if (!current) throw new Error('The phone is not there yet: mountShell comes first.');
  return current;
}

export function setPhone(phone: Phone): void {
  current = phone;
}

/** A question as a dialog of WeChat's. */
export function askOn(overlay: HTMLElement, question: Question): Promise<boolean> {
  return new Promise((done) => {
    let answer = false;
    const body = document.createElement('div');
    body.className = 'mp-layer-body';
    body.append(question.text);
    const cancel: LayerAction[] =
      question.cancel === undefined
        ? []
        : [
            {
              label: question.cancel,
              ...(question.cancelColor === undefined ? {} : { color: question.cancelColor }),
              run: () => layer.close(),
            },
          ];
    const confirm: LayerAction = {
      label: question.confirm,
      primary: true,
      ...(question.confirmColor === undefined ? {} : { color: question.confirmColor }),
      run() {
        answer = true;
        question.onConfirm?.();
        layer.close();
      },
    };
    const layer = openLayer(overlay, {
      kind: question.kind ?? 'dialog',
      title: question.title,
      titleHidden: question.title === '',
      body,
      actions: [...cancel, confirm],
      dismissable: false,
      closed: () => done(answer),
    });
  });
}

/** Rows from below with 取消, as WeChat's action sheet. */
export function chooseOn(
  overlay: HTMLElement,
  items: readonly string[],
  options: ChooseOptions = {},
): Promise<number | undefined> {
  return new Promise((done) => {
    let chosen: number | undefined;
    const body = document.createElement('div');
    body.className = 'mp-rows';
    const layer = openLayer(overlay, {
      kind: 'sheet',
      title: options.title ?? '请选择',
      titleHidden: options.title === undefined,
      body,
      actions: [{ label: '取消', run: () => layer.close() }],
      closed: () => done(chosen),
    });
    items.forEach((item, index) => {
      const row = document.createElement('button');
      row.type = 'button';
      row.textContent = item;
      if (options.color !== undefined) row.style.color = options.color;
      row.addEventListener('click', () => {
        chosen = index;
        layer.close();
      });
      body.append(row);
    });
  });
}
