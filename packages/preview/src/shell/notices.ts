import type { Notice } from '../runtime/host';
import { make, pushButton } from './dom';

const TITLES: Readonly<Record<Notice['kind'], string>> = {
  api: '接口未实现',
  component: '组件未实现',
  limit: '超出平台限制',
  error: '出错了',
};

/** Shows a notice over the phone until it is dismissed. */
export function showNotice(area: HTMLElement, notice: Notice): void {
  const close = pushButton('知道了', () => box.remove(), { label: `关闭提示：${notice.name}` });
  const box = make(
    'div',
    { class: 'mp-notice', role: 'alert', 'data-kind': notice.kind },
    make('strong', {}, `${TITLES[notice.kind]}：${notice.name}`),
    notice.text === notice.name ? undefined : make('p', {}, notice.text),
    close,
  );
  area.append(box);
}
