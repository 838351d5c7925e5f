import type { Code } from '../runtime/host';
import { make, pushButton } from './dom';
import { openLayer } from './layer';

/**
 * The sheet with the demonstration's codes and a field for any other text.
 * Resolves with a page path or the text as written; undefined when it is closed.
 */
export function openScan(
  overlay: HTMLElement,
  codes: readonly Code[],
): Promise<string | undefined> {
  return new Promise((done) => {
    let result: string | undefined;
    const body = make('div', { class: 'mp-scan' });
    const take = (text: string) => {
      result = text;
      layer.close();
    };
    for (const { label, path } of codes) {
      body.append(pushButton(label, () => take(path), { class: 'mp-row' }));
    }
    const input = make('input', {
      type: 'text',
      label: '二维码内容',
      placeholder: '或输入二维码内容',
    });
    const form = make(
      'form',
      { class: 'mp-inline' },
      input,
      make('button', { type: 'submit' }, '扫一扫'),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (input.value.trim() !== '') take(input.value.trim());
    });
    body.append(form);
    const layer = openLayer(overlay, {
      kind: 'sheet',
      title: '扫码',
      body,
      actions: [{ label: '取消', run: () => layer.close() }],
      closed: () => done(result),
    });
  });
}
