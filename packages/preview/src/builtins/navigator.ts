import type { BuiltinDefinition, Host, NavigationKind } from '../runtime/host';
import { asNumber, asText, number, text } from './properties';
import { control } from './roles';

const KINDS: Readonly<Record<string, NavigationKind>> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
};

/** `<navigator>`: goes to `url`, or back. */
export function navigator(host: Host): BuiltinDefinition {
  return {
    tag: 'navigator',
    slot: true,
    properties: {
      url: text(),
      openType: text('navigate'),
      delta: number(1),
      target: text('self'),
      appId: text(),
      path: text(),
    },
    mount(node) {
      control(node.host, 'link');
      const done = (result: unknown) => {
        node.trigger('success', result);
        node.trigger('complete', result);
      };
      const failed = (result: unknown) => {
        node.trigger('fail', result);
        node.trigger('complete', result);
      };
      return {
        tapped() {
          const openType = asText(node.data['openType']);
          if (openType === 'navigateBack') {
            host.navigateBack(asNumber(node.data['delta'], 1)).then(done, failed);
            return;
          }
          const kind = KINDS[openType];
          if (kind === undefined || node.data['target'] === 'miniProgram') {
            const text = `<navigator> 的 ${openType} 在预览中不支持。`;
            host.notice({ kind: 'component', name: `navigator ${openType}`, text });
            failed({ errMsg: `${openType}:fail preview does not support this` });
            return;
          }
          host.navigate(kind, { url: asText(node.data['url']) }).then(done, failed);
        },
      };
    },
  };
}
