import { ApiError, type Family, type Options, optionalNumber, optionalText, textOf } from './api';
import type { Device } from './device';
import { compress, sizeOfImage } from './image-work';
import { resolveMedia } from './media-address';
import { preview } from './viewer';

/** Pictures and files: chosen by the browser's file chooser, shown over the phone. */
export function mediaFamily(device: Device): Family {
  const { consent, files, phone, host } = device;
  const addressOf = (src: string) => resolveMedia(host.assetUrl(src, host.topPage()?.route ?? ''));
  const save = (api: string) => async (options: Options) => {
    await consent.needPrivacy(api);
    await consent.needScope('scope.writePhotosAlbum');
    const path = textOf(options, 'filePath');
    const url = await addressOf(path).catch(() => {
      throw new ApiError('file not exist');
    });
    const name = path.split('/').at(-1) ?? 'file';
    phone.tray({ kind: '相册', text: name, download: { url, name } });
    return undefined;
  };
  return {
    async: {
      chooseMedia: async (options) => {
        await consent.needPrivacy('chooseMedia');
        const tempFiles = await chooseMedia(device, options);
        const kinds = new Set(tempFiles.map(({ fileType }) => fileType));
        return { tempFiles, type: kinds.size > 1 ? 'mix' : (tempFiles[0]?.fileType ?? 'image') };
      },
      chooseImage: async (options) => {
        await consent.needPrivacy('chooseImage');
        const picked = await pick(device, options, 'image/*', 9);
        const tempFiles = picked.map((file) => ({
          path: files.keepTemporary(file, file.name),
          size: file.size,
        }));
        return { tempFiles, tempFilePaths: tempFiles.map(({ path }) => path) };
      },
      chooseVideo: async (options) => {
        await consent.needPrivacy('chooseVideo');
        const [file] = await pick(device, { ...options, count: 1 }, 'video/*', 1);
        if (!file) throw new ApiError('cancel');
        return { tempFilePath: files.keepTemporary(file, file.name), size: file.size };
      },
      chooseMessageFile: async (options) => {
        await consent.needPrivacy('chooseMessageFile');
        const picked = await pick(
          device,
          options,
          options['type'] === 'image' ? 'image/*' : '*/*',
          100,
        );
        return {
          tempFiles: picked.map((file) => ({
            path: files.keepTemporary(file, file.name),
            name: file.name,
            size: file.size,
            time: Math.floor(file.lastModified / 1000),
            type: file.type.startsWith('image/')
              ? 'image'
              : file.type.startsWith('video/')
                ? 'video'
                : 'file',
          })),
        };
      },
      previewImage: async (options) => {
        const urls = Array.isArray(options['urls']) ? options['urls'].map(String) : [];
        if (urls.length === 0)
          throw new ApiError('parameter error: parameter.urls should be Array');
        const current = options['current'];
        const index =
          typeof current === 'number' ? current : urls.indexOf(String(current ?? urls[0]));
        preview(
          phone,
          urls.map((url) => () => addressOf(url)),
          Math.max(0, index),
        );
        return undefined;
      },
      previewMedia: async (options) => {
        const sources = Array.isArray(options['sources']) ? options['sources'] : [];
        const urls = sources.map((source: unknown) => String(Reflect.get(Object(source), 'url')));
        preview(
          phone,
          urls.map((url) => () => addressOf(url)),
          optionalNumber(options, 'current', 0),
        );
        return undefined;
      },
      getImageInfo: async (options) => {
        const src = textOf(options, 'src');
        const url = await addressOf(src);
        const response = await fetch(url);
        if (!response.ok) throw new ApiError(`download image fail, ${response.status}`);
        const blob = await response.blob();
        const { width, height } = await sizeOfImage(blob);
        const path = /^wxfile:/.test(src) ? src : files.keepTemporary(blob, src);
        return {
          width,
          height,
          path,
          orientation: 'up',
          type: blob.type.split('/')[1] ?? 'unknown',
        };
      },
      compressImage: async (options) => {
        const bytes = await files.read(textOf(options, 'src'));
        const small = await compress(new Blob([bytes]), {
          quality: optionalNumber(options, 'quality', 80) / 100,
          width: optionalNumber(options, 'compressedWidth', 0),
          height: optionalNumber(options, 'compressedHeight', 0),
        });
        return { tempFilePath: files.keepTemporary(small, 'x.jpg') };
      },
      saveImageToPhotosAlbum: save('saveImageToPhotosAlbum'),
      saveVideoToPhotosAlbum: save('saveVideoToPhotosAlbum'),
      openDocument: async (options) => {
        const path = textOf(options, 'filePath');
        const url = await files.urlOf(path);
        if (url === undefined) throw new ApiError(`file doesn't exist`);
        const name = optionalText(options, 'fileName') || (path.split('/').at(-1) ?? 'file');
        phone.tray({ kind: '打开文件', text: name, download: { url, name } });
        await phone.ask({ title: '打开文件', text: link(url, name), confirm: '关闭' });
        return undefined;
      },
      canvasToTempFilePath: async (options) => {
        const { canvas } = options;
        if (!(canvas instanceof HTMLCanvasElement))
          throw new ApiError('invalid canvas: give the 2d node as canvas');
        const type = options['fileType'] === 'jpg' ? 'image/jpeg' : 'image/png';
        const blob = await new Promise<Blob | null>((done) =>
          canvas.toBlob(done, type, optionalNumber(options, 'quality', 1)),
        );
        if (!blob) throw new ApiError('the canvas is empty');
        return { tempFilePath: files.keepTemporary(blob) };
      },
    },
  };
}

function link(url: string, name: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.target = '_blank';
  anchor.rel = 'noopener';
  anchor.textContent = name;
  return anchor;
}

/** Camera or album: WeChat asks when both are allowed. */
async function pick(
  device: Device,
  options: Options,
  accept: string,
  most: number,
): Promise<File[]> {
  const sources = Array.isArray(options['sourceType'])
    ? options['sourceType']
    : ['album', 'camera'];
  const both = sources.includes('album') && sources.includes('camera');
  const rows = ['拍摄', '从手机相册选择'];
  const chosen = both ? await device.phone.choose(rows) : sources.includes('camera') ? 0 : 1;
  if (chosen === undefined) throw new ApiError('cancel');
  const count = Math.min(most, optionalNumber(options, 'count', 9));
  const camera = chosen === 0;
  const files = await device.pickFiles({ accept, multiple: count > 1 && !camera, camera });
  if (files.length === 0) throw new ApiError('cancel');
  return files.slice(0, count);
}

async function chooseMedia(device: Device, options: Options) {
  const types = Array.isArray(options['mediaType']) ? options['mediaType'] : ['image', 'video'];
  const accept = [
    types.includes('image') || types.includes('mix') ? 'image/*' : '',
    types.includes('video') || types.includes('mix') ? 'video/*' : '',
  ];
  const picked = await pick(device, options, accept.filter(Boolean).join(','), 20);
  return picked.map((file) => {
    const fileType = file.type.startsWith('video/') ? 'video' : 'image';
    const tempFilePath = device.files.keepTemporary(file, file.name);
    return { tempFilePath, size: file.size, fileType };
  });
}
