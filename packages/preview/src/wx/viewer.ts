import { make } from '../shell/dom';
import { openLayer } from '../shell/layer';
import type { Phone } from '../shell/phone';

/** wx.previewImage: pictures over the whole phone, one at a time. */
export function preview(
  phone: Phone,
  pictures: readonly (() => Promise<string>)[],
  first: number,
): void {
  let index = Math.min(first, pictures.length - 1);
  const image = make('img', { alt: '' });
  const body = make('div', { class: 'mp-viewer' }, image);
  const show = () => {
    const shown = index;
    image.alt = `第 ${index + 1} 张，共 ${pictures.length} 张`;
    image.removeAttribute('src');
    pictures[index]?.().then(
      (url) => {
        if (shown === index) image.src = url;
      },
      () => {
        image.alt = '图片打不开';
      },
    );
  };
  const step = (by: number) => () => {
    index = (index + by + pictures.length) % pictures.length;
    show();
  };
  const several = pictures.length > 1;
  const layer = openLayer(phone.overlay, {
    kind: 'full',
    title: '查看图片',
    titleHidden: true,
    body,
    actions: [
      ...(several ? [{ label: '上一张', run: step(-1) }] : []),
      { label: '关闭', run: () => layer.close() },
      ...(several ? [{ label: '下一张', run: step(1) }] : []),
    ],
  });
  image.addEventListener('click', () => layer.close());
  show();
}
