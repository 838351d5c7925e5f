import { make, pushButton } from './dom';
import type { TrayEntry } from './phone';

/** What the phone did outside of the mini-program: calls, saved pictures, shared cards. */
export class Trays {
  readonly element = make('ul', { class: 'mp-list', label: '手机动作', 'aria-live': 'polite' });
  private readonly empty = make('li', { class: 'mp-hint' }, '电话、保存的图片、转发会出现在这里。');

  constructor() {
    this.element.append(this.empty);
  }

  add(entry: TrayEntry, open: (page: string) => void): void {
    this.empty.remove();
    const { page, download } = entry;
    const link = download && make('a', { href: download.url, download: download.name }, '下载');
    this.element.prepend(
      make(
        'li',
        {},
        make('b', {}, entry.kind),
        ` ${entry.text} `,
        page === undefined || page === '' ? undefined : pushButton('打开', () => open(page)),
        link,
      ),
    );
  }
}
