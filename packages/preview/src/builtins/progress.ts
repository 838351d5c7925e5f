import type { BuiltinDefinition, Host } from '../runtime/host';
import { asNumber, asText, flag, number, text } from './properties';

/** `<progress>`, with `active` animation and `activeend`. */
export function progress(host: Host): BuiltinDefinition {
  return {
    tag: 'progress',
    slot: false,
    properties: {
      percent: number(0),
      showInfo: flag(),
      borderRadius: { type: null, value: 0 },
      fontSize: { type: null, value: 16 },
      strokeWidth: { type: null, value: 6 },
      color: text('#09bb07'),
      activeColor: text(),
      backgroundColor: text('#ebebeb'),
      active: flag(),
      activeMode: text('backwards'),
      duration: number(30),
    },
    mount(node) {
      const track = document.createElement('div');
      const bar = document.createElement('div');
      const info = document.createElement('span');
      track.className = 'mp-progress';
      info.className = 'mp-progress-info';
      track.append(bar);
      node.host.append(track, info);
      node.host.setAttribute('role', 'progressbar');
      let shown = 0;
      const length = (name: string) => {
        const value = asText(node.data[name]);
        return host.styleText(/^[\d.]+$/.test(value) ? `${value}px` : value);
      };
      const draw = () => {
        const percent = Math.min(100, Math.max(0, asNumber(node.data['percent'])));
        const { active } = node.data;
        track.style.height = length('strokeWidth');
        track.style.borderRadius = length('borderRadius');
        track.style.background = asText(node.data['backgroundColor']);
        bar.style.background = asText(node.data['activeColor'] || node.data['color']);
        const from = node.data['activeMode'] === 'forwards' ? shown : 0;
        const time = active ? Math.abs(percent - from) * asNumber(node.data['duration'], 30) : 0;
        bar.style.transition = time > 0 ? `width ${time}ms linear` : '';
        bar.style.width = `${percent}%`;
        info.hidden = node.data['showInfo'] !== true;
        info.style.fontSize = length('fontSize');
        info.textContent = `${percent}%`;
        node.host.setAttribute('aria-valuenow', String(percent));
        shown = percent;
      };
      bar.addEventListener('transitionend', () => node.trigger('activeend', { curPercent: shown }));
      return { changed: draw, attached: draw };
    },
  };
}
