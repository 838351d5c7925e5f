import type { BuiltinDefinition, BuiltinNode, Host } from '../runtime/host';
import { resolveMedia } from '../wx/media-address';
import { asText, flag, text } from './properties';

/** Background size and position by mode; widthFix and heightFix change the element itself. */
const MODES: Readonly<Record<string, readonly [size: string, position: string]>> = {
  scaleToFill: ['100% 100%', '0 0'],
  aspectFit: ['contain', 'center'],
  aspectFill: ['cover', 'center'],
  widthFix: ['100% 100%', '0 0'],
  heightFix: ['100% 100%', '0 0'],
  top: ['auto', 'center top'],
  bottom: ['auto', 'center bottom'],
  center: ['auto', 'center'],
  left: ['auto', 'left center'],
  right: ['auto', 'right center'],
  'top left': ['auto', 'left top'],
  'top right': ['auto', 'right top'],
  'bottom left': ['auto', 'left bottom'],
  'bottom right': ['auto', 'right bottom'],
};

/** `<image>`: 320 × 240 px unless styled, all modes, `lazy-load`, `load` and `error`. */
export function image(host: Host): BuiltinDefinition {
  return imageTag(host, 'image');
}

/** The same behaviour under another name, for cover-image. */
export function imageTag(host: Host, tag: string): BuiltinDefinition {
  return {
    tag,
    slot: false,
    properties: {
      src: text(),
      mode: text('scaleToFill'),
      lazyLoad: flag(),
      webp: flag(),
      showMenuByLongpress: flag(),
      fadeIn: flag(),
    },
    mount(node) {
      const picture = new Picture(host, node);
      return {
        changed: (name) => picture.changed(name),
        attached: () => picture.attached(),
        detached: () => picture.stop(),
      };
    },
  };
}

class Picture {
  private readonly box = document.createElement('div');
  private readonly img = document.createElement('img');
  private wanted = '';
  private visible = false;
  private observer: IntersectionObserver | undefined;

  constructor(
    private readonly host: Host,
    private readonly node: BuiltinNode,
  ) {
    this.box.className = 'mp-image';
    this.img.alt = '';
    this.img.decoding = 'async';
    this.box.append(this.img);
    node.host.append(this.box);
    if (!node.host.hasAttribute('role')) node.host.setAttribute('role', 'img');
    this.img.addEventListener('load', () => this.loaded());
    this.img.addEventListener('error', () => this.failed());
  }

  changed(name: string): void {
    if (name === 'src') this.load();
    else if (name === 'mode') this.fit();
  }

  attached(): void {
    this.fit();
    if (this.node.data['lazyLoad'] !== true) {
      this.visible = true;
      this.load();
      return;
    }
    this.observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.observer?.disconnect();
        this.visible = true;
        this.load();
      },
      // WeChat starts up to three screens ahead.
      { rootMargin: '300% 0px' },
    );
    this.observer.observe(this.node.host);
  }

  stop(): void {
    this.observer?.disconnect();
  }

  private load(): void {
    const src = asText(this.node.data['src']);
    this.wanted = src;
    if (src === '') {
      this.box.style.backgroundImage = '';
      this.img.removeAttribute('src');
      return;
    }
    if (!this.visible) return;
    resolveMedia(this.host.assetUrl(src, this.node.owner)).then(
      (url) => {
        if (this.wanted === src) this.img.src = url;
      },
      () => {
        if (this.wanted === src) this.failed();
      },
    );
  }

  private loaded(): void {
    this.box.style.backgroundImage = `url(${JSON.stringify(this.img.src)})`;
    this.fit();
    const { naturalWidth: width, naturalHeight: height } = this.img;
    this.node.trigger('load', { width, height });
  }

  private failed(): void {
    this.box.style.backgroundImage = '';
    const errMsg = `GET ${asText(this.node.data['src'])} 404 (Not Found)`;
    this.node.trigger('error', { errMsg });
  }

  private fit(): void {
    const mode = asText(this.node.data['mode']);
    const [size, position] = MODES[mode] ?? ['100% 100%', '0 0'];
    this.box.style.backgroundSize = size;
    this.box.style.backgroundPosition = position;
    const { style } = this.node.host;
    const { naturalWidth, naturalHeight } = this.img;
    const known = naturalWidth > 0 && naturalHeight > 0;
    if (mode === 'widthFix' && known) {
      style.aspectRatio = `${naturalWidth} / ${naturalHeight}`;
      style.height = 'auto';
    } else if (mode === 'heightFix' && known) {
      style.aspectRatio = `${naturalWidth} / ${naturalHeight}`;
      style.width = 'auto';
    }
  }
}
