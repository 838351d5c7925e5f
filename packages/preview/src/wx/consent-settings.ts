import { make } from '../shell/dom';
import { consentWords } from './consent-words';

export interface SettingsValues {
  readonly scopes: Readonly<Record<string, boolean>>;
  readonly messages: boolean;
  readonly templates: Readonly<Record<string, string>>;
}

/** The switches of WeChat's settings page for a mini-program. */
export function settingsForm(
  scopes: Readonly<Record<string, boolean>>,
  messages: boolean,
  templates: Readonly<Record<string, string>>,
): { readonly element: HTMLElement; read(): SettingsValues } {
  const boxes = new Map<string, HTMLInputElement>();
  const row = (words: string, on: boolean) => {
    const box = make('input', { type: 'checkbox' });
    box.checked = on;
    return { box, label: make('label', {}, box, words) };
  };
  const element = make('div', { class: 'mp-settings' });
  for (const [scope, on] of Object.entries(scopes)) {
    const { box, label } = row(consentWords(scope), on);
    boxes.set(scope, box);
    element.append(label);
  }
  const main = row('接收订阅消息', messages);
  element.append(main.label);
  const keptTemplates = new Map<string, HTMLInputElement>();
  for (const [template, choice] of Object.entries(templates)) {
    const { box, label } = row(`消息模板 ${template}`, choice === 'accept');
    keptTemplates.set(template, box);
    element.append(label);
  }
  return {
    element,
    read: () => ({
      scopes: Object.fromEntries([...boxes].map(([scope, box]) => [scope, box.checked])),
      messages: main.box.checked,
      templates: Object.fromEntries(
        [...keptTemplates].map(([id, box]) => [id, box.checked ? 'accept' : 'reject']),
      ),
    }),
  };
}
