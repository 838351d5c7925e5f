import type { BuiltinDefinition, Host } from '../runtime/host';
import { matchesSize } from '../wx/media-query';
import { imageTag } from './image';
import { anything, asNumber, asText, flag, number, text } from './properties';

/** `<cover-image>`. */
export function coverImage(host: Host): BuiltinDefinition {
  return imageTag(host, 'cover-image');
}

/** `<root-portal>`: its content leaves the ancestors' clipping and stacking. */
export function rootPortal(host: Host): BuiltinDefinition {
  return {
    tag: 'root-portal',
    slot: true,
    properties: { enable: flag(true) },
    mount(node) {
      const place = document.createComment('root-portal');
      const move = () => {
        const page = host.currentPages().find(({ element }) => element.contains(place))?.element;
        const away = node.data['enable'] !== false;
        if (!place.isConnected) node.host.before(place);
        const target = page ?? node.host.closest<HTMLElement>('.mp-page');
        if (away && target) target.append(node.host);
        else place.after(node.host);
      };
      // The engine owns the position; move only after it has finished placing.
      return {
        attached: () => queueMicrotask(move),
        changed: (name) => {
          if (name === 'enable' && place.isConnected) move();
        },
        detached() {
          place.remove();
          node.host.remove();
        },
      };
    },
  };
}

/** `<page-container>`: a sheet over the page which "back" closes first. */
export function pageContainer(host: Host): BuiltinDefinition {
  return {
    tag: 'page-container',
    slot: true,
    properties: {
      show: flag(),
      duration: number(300),
      zIndex: number(100),
      overlay: flag(true),
      position: text('bottom'),
      round: flag(),
      overlayStyle: text(),
      customStyle: text(),
      closeOnSlideDown: flag(),
    },
    mount(node) {
      const overlay = document.createElement('div');
      overlay.className = 'mp-overlay';
      const draw = () => {
        const shown = node.data['show'] === true;
        node.host.toggleAttribute('data-show', shown);
        node.host.style.setProperty('--mp-z', String(asNumber(node.data['zIndex'], 100)));
        overlay.hidden = node.data['overlay'] === false;
        overlay.setAttribute('style', host.styleText(asText(node.data['overlayStyle'])));
      };
      return {
        attached() {
          node.host.append(overlay);
          draw();
        },
        changed(name, value) {
          draw();
          if (name !== 'show') return;
          const [before, during, after] = value
            ? ['beforeenter', 'enter', 'afterenter']
            : ['beforeleave', 'leave', 'afterleave'];
          node.trigger(before);
          node.trigger(during);
          setTimeout(() => node.trigger(after), asNumber(node.data['duration'], 300));
        },
        tapped(target) {
          if (target === overlay) node.trigger('clickoverlay');
        },
      };
    },
  };
}

const SIZES = ['width', 'minWidth', 'maxWidth', 'height', 'minHeight', 'maxHeight'];

/** `<match-media>`: shows its content while the window has these sizes. */
export function matchMedia(host: Host): BuiltinDefinition {
  return {
    tag: 'match-media',
    slot: true,
    properties: {
      ...Object.fromEntries(SIZES.map((name) => [name, anything()] as const)),
      orientation: text(),
    },
    mount(node) {
      const draw = () => {
        const metrics = host.metrics();
        const upright = metrics.windowHeight >= metrics.windowWidth ? 'portrait' : 'landscape';
        const wanted = asText(node.data['orientation']);
        const sizes = Object.fromEntries(
          SIZES.map((name) => [name, given(node.data[name])] as const),
        );
        const turned = wanted !== '' && wanted !== upright;
        node.host.toggleAttribute('hidden', turned || !matchesSize(sizes, metrics));
      };
      let stop: (() => void) | undefined;
      return {
        changed: draw,
        attached() {
          draw();
          stop = host.on('resize', draw);
        },
        detached: () => stop?.(),
      };
    },
  };
}

function given(value: unknown): number | undefined {
  return value === null || value === undefined || value === '' ? undefined : asNumber(value);
}
