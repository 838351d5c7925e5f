import { make } from '../shell/dom';
import {
  ApiError,
  asynchronous,
  type Family,
  listOf,
  type Options,
  optionalNumber,
  optionalText,
  recordOf,
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
    plain: { showModal: modal(device) },
  };
}

/** The confirming tap counts as a tap for `success`: WeChat lets one subscribe from there. */
function modal(device: Device) {
  return (given: unknown) => {
    const options = recordOf(given);
    const success = options['success'];
    let told = false;
    const editable = options['editable'] === true;
    const input = make('input', {
      type: 'text',
      placeholder: optionalText(options, 'placeholderText'),
      label: '输入内容',
    });
    input.value = optionalText(options, 'content');
    const resultOf = (confirm: boolean) => ({
      confirm,
      cancel: !confirm,
      content: editable && confirm ? input.value : null,
    });
    const run = async () => {
      const cancel = optionalText(options, 'cancelText', '取消');
      const confirm = await device.phone.ask({
        title: optionalText(options, 'title'),
        text: editable ? input : optionalText(options, 'content'),
        confirm: optionalText(options, 'confirmText', '确定'),
        confirmColor: optionalText(options, 'confirmColor', '#576B95'),
        cancelColor: optionalText(options, 'cancelColor', '#000000'),
        ...(options['showCancel'] === false ? {} : { cancel }),
        onConfirm() {
          if (typeof success !== 'function') return;
          told = true;
          device.duringTap(() => success({ errMsg: 'showModal:ok', ...resultOf(true) }));
        },
      });
      return resultOf(confirm);
    };
    const quiet =
      typeof success === 'function'
        ? { success: (result: unknown) => (told ? undefined : success(result)) }
        : {};
    return asynchronous('showModal', run, (error) => device.host.reportError(error))({
      ...options,
      ...quiet,
    });
  };
}
