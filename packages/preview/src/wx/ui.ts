import { make } from '../shell/dom';
import {
  ApiError,
  type Family,
  listOf,
  type Options,
  optionalNumber,
  optionalText,
  type Result,
  textOf,
} from './api';
import type { Device } from './device';
import { Toast } from './toast';

/** Toast, loading, modal and action sheet. */
export function uiFamily(device: Device): Family {
  const { phone, host } = device;
  const toast = new Toast(phone);
  const iconOf = (options: Options) => {
    const icon = options['icon'];
    return icon === 'error' || icon === 'loading' || icon === 'none' ? icon : 'success';
  };
  return {
    async: {
      showToast: (options) => {
        const image = optionalText(options, 'image');
        toast.show({
          title: textOf(options, 'title'),
          icon: iconOf(options),
          mask: options['mask'] === true,
          duration: optionalNumber(options, 'duration', 1500),
          ...(image === '' ? {} : { image: host.assetUrl(image, host.topPage()?.route ?? '') }),
        });
        return undefined;
      },
      hideToast: () => {
        toast.hide();
        return undefined;
      },
      showLoading: (options) => {
        const mask = options['mask'] === true;
        toast.show({ title: textOf(options, 'title'), icon: 'loading', mask, duration: 0 });
        return undefined;
      },
      hideLoading: () => {
        toast.hide();
        return undefined;
      },
      showModal: (options) => modal(device, options),
      showActionSheet: async (options) => {
        const items = listOf(options, 'itemList').map(String);
        if (items.length === 0 || items.length > 6) {
          throw new ApiError('parameter error: itemList should not be empty and at most 6');
        }
        const alert = optionalText(options, 'alertText');
        const tapIndex = await phone.choose(items, {
          color: optionalText(options, 'itemColor', '#000000'),
          ...(alert === '' ? {} : { title: alert }),
        });
        if (tapIndex === undefined) throw new ApiError('cancel');
        return { tapIndex };
      },
      enableAlertBeforeUnload: () => undefined,
      disableAlertBeforeUnload: () => undefined,
      loadFontFace: async (options) => {
        const face = new FontFace(textOf(options, 'family'), textOf(options, 'source'));
        document.fonts.add(await face.load());
        return { status: 'loaded' };
      },
    },
  };
}

/** The confirming tap counts as a tap: WeChat lets one subscribe from there. */
async function modal(device: Device, options: Options): Promise<Result> {
  const editable = options['editable'] === true;
  const placeholder = optionalText(options, 'placeholderText');
  const input = make('input', { type: 'text', placeholder, label: '输入内容' });
  input.value = optionalText(options, 'content');
  const cancel = optionalText(options, 'cancelText', '取消');
  const confirm = await device.phone.ask({
    title: optionalText(options, 'title'),
    text: editable ? input : optionalText(options, 'content'),
    confirm: optionalText(options, 'confirmText', '确定'),
    confirmColor: optionalText(options, 'confirmColor', '#576B95'),
    cancelColor: optionalText(options, 'cancelColor', '#000000'),
    ...(options['showCancel'] === false ? {} : { cancel }),
    onConfirm: () => device.tapped(),
  });
  return { confirm, cancel: !confirm, content: editable && confirm ? input.value : null };
}
