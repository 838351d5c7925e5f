import type { BuiltinDefinition, Host } from '../runtime/host';

/** Components which no browser can be: a notice stands in their place. */
export const LACKING = [
  'ad',
  'ad-custom',
  'camera',
  'channel-live',
  'channel-video',
  'draggable-sheet',
  'editor',
  'functional-page-navigator',
  'keyboard-accessory',
  'live-player',
  'live-pusher',
  'map',
  'official-account',
  'open-container',
  'open-data',
  'voip-room',
  'web-view',
] as const;

/** A box with the component's name, as large as the page's style makes it, and a notice. */
export function lacking(host: Host, tag: string): BuiltinDefinition {
  const text = `组件 <${tag}> 在浏览器里无法预览，请在真机上查看。`;
  return {
    tag,
    slot: false,
    properties: { src: { type: String, value: '' } },
    mount(node) {
      const box = document.createElement('div');
      box.className = 'mp-lacking';
      box.setAttribute('role', 'note');
      box.textContent = text;
      node.host.dataset['lacking'] = '';
      node.host.append(box);
      return {
        attached: () => host.notice({ kind: 'component', name: tag, text }),
        changed(name, value) {
          if (name === 'src' && value) box.textContent = `${text}（${String(value)}）`;
        },
      };
    },
  };
}
