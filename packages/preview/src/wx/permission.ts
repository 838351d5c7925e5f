import { ApiError, type Family, textOf } from './api';
import type { PrivacyListener } from './consent';
import { KNOWN_SCOPES } from './consent-words';
import type { Device } from './device';

/** Settings, authorisation and the privacy guide. */
export function permissionFamily({ consent, phone }: Device): Family {
  const subscriptions = () => ({
    mainSwitch: consent.kept.messages,
    itemSettings: consent.kept.templates,
  });
  return {
    async: {
      getSetting: (options) => ({
        authSetting: { ...consent.kept.scopes },
        ...(options['withSubscriptions'] === true ? { subscriptionsSetting: subscriptions() } : {}),
      }),
      openSetting: async (options) => ({
        authSetting: { ...(await consent.openSetting()) },
        ...(options['withSubscriptions'] === true ? { subscriptionsSetting: subscriptions() } : {}),
      }),
      authorize: async (options) => {
        const scope = textOf(options, 'scope');
        if (!KNOWN_SCOPES.includes(scope)) throw new ApiError(`invalid scope: ${scope}`);
        await consent.needPrivacy('authorize');
        await consent.needScope(scope);
        return undefined;
      },
      getPrivacySetting: () => ({
        needAuthorization: !consent.kept.privacy,
        privacyContractName: `《${phone.appName}隐私保护指引》`,
      }),
      requirePrivacyAuthorize: async () => {
        await consent.needPrivacy('requirePrivacyAuthorize');
        return undefined;
      },
      openPrivacyContract: async () => {
        await phone.ask({
          title: `《${phone.appName}隐私保护指引》`,
          text: '指引的正文在微信后台填写，预览中没有。',
          confirm: '关闭',
          kind: 'sheet',
        });
        return undefined;
      },
    },
    plain: {
      onNeedPrivacyAuthorization(listener: unknown) {
        consent.setPrivacyListener(
          typeof listener === 'function'
            ? (...args: Parameters<PrivacyListener>) => listener(...args)
            : undefined,
        );
      },
      offNeedPrivacyAuthorization: () => consent.setPrivacyListener(undefined),
    },
  };
}
