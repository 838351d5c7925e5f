import type { BuiltinDefinition, Host } from '../runtime/host';
import { resolveMedia } from '../wx/media-address';
import { anything, asNumber, asText, flag, number, text } from './properties';

/** `<video>` on the browser's own. */
export function video(host: Host): BuiltinDefinition {
  return media(host, 'video');
}

/** `<audio>`, which WeChat keeps for old projects. */
export function audio(host: Host): BuiltinDefinition {
  return media(host, 'audio');
}

function media(host: Host, tag: 'video' | 'audio'): BuiltinDefinition {
  return {
    tag,
    slot: false,
    properties: {
      src: text(),
      poster: text(),
      name: text(),
      author: text(),
      duration: anything(),
      controls: flag(tag === 'video'),
      autoplay: flag(),
      loop: flag(),
      muted: flag(),
      initialTime: number(0),
      objectFit: text('contain'),
    },
    mount(node) {
      const element = document.createElement(tag);
      element.preload = 'metadata';
      if (element instanceof HTMLVideoElement) element.playsInline = true;
      node.host.append(element);
      const draw = (name: string) => {
        element.controls = node.data['controls'] !== false;
        element.autoplay = node.data['autoplay'] === true;
        element.loop = node.data['loop'] === true;
        element.muted = node.data['muted'] === true;
        element.style.objectFit = asText(node.data['objectFit']);
        if (name !== 'src' && name !== 'poster') return;
        const address = host.assetUrl(asText(node.data[name]), node.owner);
        if (address === '') return;
        resolveMedia(address).then(
          (url) => {
            if (name === 'src') element.src = url;
            else if (element instanceof HTMLVideoElement) element.poster = url;
          },
          () => node.trigger('error', { errMsg: 'MEDIA_ERR_SRC_NOT_SUPPORTED' }),
        );
      };
      for (const event of ['play', 'pause', 'ended', 'waiting'] as const) {
        element.addEventListener(event, () => node.trigger(event, {}));
      }
      element.addEventListener('timeupdate', () =>
        node.trigger('timeupdate', {
          currentTime: element.currentTime,
          duration: element.duration,
        }),
      );
      element.addEventListener('loadedmetadata', () => {
        element.currentTime = asNumber(node.data['initialTime']);
        const size =
          element instanceof HTMLVideoElement
            ? { width: element.videoWidth, height: element.videoHeight }
            : {};
        node.trigger('loadedmetadata', { duration: element.duration, ...size });
      });
      element.addEventListener('error', () =>
        node.trigger('error', { errMsg: 'MEDIA_ERR_SRC_NOT_SUPPORTED' }),
      );
      const context = () => ({
        play: () => void element.play().catch(() => undefined),
        pause: () => element.pause(),
        stop: () => {
          element.pause();
          element.currentTime = 0;
        },
        seek: (seconds: number) => {
          element.currentTime = seconds;
        },
        playbackRate: (rate: number) => {
          element.playbackRate = rate;
        },
        requestFullScreen: () => void element.requestFullscreen().catch(() => undefined),
        exitFullScreen: () => void document.exitFullscreen().catch(() => undefined),
      });
      return { changed: draw, context };
    },
  };
}
