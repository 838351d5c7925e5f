import type { BuiltinDefinition, Host } from '../runtime/host';
import { asText, text } from './properties';

/** WeChat's icon types by colour and by the icon file which the server draws them from. */
const ICONS: Readonly<Record<string, readonly [file: string, color: string]>> = {
  success: ['check-circle-filled', '#09bb07'],
  success_no_circle: ['check', '#09bb07'],
  success_circle: ['check-circle', '#09bb07'],
  safe_success: ['secured', '#09bb07'],
  safe_warn: ['shield-error', '#ffbe00'],
  info: ['info-circle-filled', '#10aeff'],
  info_circle: ['info-circle', '#10aeff'],
  warn: ['error-circle-filled', '#f76260'],
  waiting: ['time-filled', '#10aeff'],
  waiting_circle: ['time', '#10aeff'],
  cancel: ['close-circle', '#f43530'],
  clear: ['close-circle-filled', '#b2b2b2'],
  download: ['download', '#09bb07'],
  search: ['search', '#b2b2b2'],
  circle: ['circle', '#c9c9c9'],
  back: ['chevron-left', '#333333'],
  delete: ['delete', '#333333'],
};

/** `<icon>`: WeChat's own small pictures. */
export function icon(_host: Host): BuiltinDefinition {
  return {
    tag: 'icon',
    slot: false,
    properties: { type: text(), size: { type: null, value: 23 }, color: text() },
    mount(node) {
      const draw = () => {
        const [file, color] = ICONS[asText(node.data['type'])] ?? [];
        const { style } = node.host;
        const size = asText(node.data['size']);
        style.fontSize = /^[\d.]+$/.test(size) ? `${size}px` : size;
        style.backgroundColor = file === undefined ? '' : asText(node.data['color']) || color || '';
        const mask = file === undefined ? '' : `url("/preview/icons/${file}.svg")`;
        style.maskImage = mask;
        style.maskSize = 'contain';
        style.maskRepeat = 'no-repeat';
      };
      return { changed: draw, attached: draw };
    },
  };
}
