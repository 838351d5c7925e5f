import type { Phone } from '../shell/phone';
import { ApiError } from './api';
import { settingsForm } from './consent-settings';
import { consentWords } from './consent-words';
import type { TextStore } from './storage';

/** What `wx.onNeedPrivacyAuthorization` hands to its listener. */
type PrivacyResolve = (answer: { readonly event?: string; readonly buttonId?: string }) => void;
export type PrivacyListener = (
  resolve: PrivacyResolve,
  info: { readonly referrer: string },
) => void;

interface Kept {
  readonly privacy: boolean;
  /** By scope, e.g. `scope.userLocation`. */
  readonly scopes: Readonly<Record<string, boolean>>;
  /** Choices kept by 总是保持以上选择, by template. */
  readonly templates: Readonly<Record<string, string>>;
  /** The main switch of subscribed messages. */
  readonly messages: boolean;
}

const NOTHING: Kept = { privacy: false, scopes: {}, templates: {}, messages: true };

/** What this person allowed on this phone, and how it is asked for: as WeChat asks. */
export class Consent {
  private listener: PrivacyListener | undefined;
  private asking: Promise<boolean> | undefined;
  private readonly key: string;

  constructor(
    private readonly store: TextStore,
    private readonly phone: Phone,
  ) {
    this.key = `${phone.scope}consent`;
  }

  get kept(): Kept {
    const text = this.store.getItem(this.key);
    return text === null ? NOTHING : { ...NOTHING, ...JSON.parse(text) };
  }

  keep(change: Partial<Kept>): void {
    this.store.setItem(this.key, JSON.stringify({ ...this.kept, ...change }));
  }

  setPrivacyListener(listener: PrivacyListener | undefined): void {
    this.listener = listener;
  }

  /** A tap on `<button open-type="agreePrivacyAuthorization">`. */
  agreePrivacy(buttonId: string): void {
    this.agreedBy = buttonId;
    this.keep({ privacy: true });
  }

  private agreedBy: string | undefined;

  /** True when the privacy guide is agreed to; asks if it was not. One question at a time. */
  privacy(api: string): Promise<boolean> {
    if (this.kept.privacy) return Promise.resolve(true);
    this.asking ??= this.askPrivacy(api).finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  /** @throws ApiError errno 104 when the person refuses. */
  async needPrivacy(api: string): Promise<void> {
    if (await this.privacy(api)) return;
    throw new ApiError('privacy permission is not authorized', { errno: 104 });
  }

  /** @throws ApiError `auth deny` when the person refuses or had refused before. */
  async needScope(scope: string): Promise<void> {
    const known = this.kept.scopes[scope];
    if (known === true) return;
    if (known === false) throw new ApiError('auth deny', { errno: 103 });
    const allowed = await this.phone.ask({
      title: `${this.phone.appName} 申请`,
      text: consentWords(scope),
      cancel: '拒绝',
      confirm: '允许',
      kind: 'sheet',
    });
    this.keep({ scopes: { ...this.kept.scopes, [scope]: allowed } });
    if (!allowed) throw new ApiError('auth deny', { errno: 103 });
  }

  phoneNumber(): Promise<boolean> {
    return this.phone.ask({
      title: `${this.phone.appName} 申请获取并验证你的手机号`,
      text: '微信绑定号码 138****0000（预览中的号码）',
      cancel: '不允许',
      confirm: '允许',
      kind: 'sheet',
    });
  }

  /** The page of settings: every scope that was asked for, and subscribed messages. */
  async openSetting(): Promise<Readonly<Record<string, boolean>>> {
    const form = settingsForm(this.kept.scopes, this.kept.messages, this.kept.templates);
    await this.phone.ask({ title: '设置', text: form.element, confirm: '返回', kind: 'sheet' });
    this.keep(form.read());
    return this.kept.scopes;
  }

  private askPrivacy(api: string): Promise<boolean> {
    if (this.listener) return this.askListener(this.listener, api);
    return this.phone
      .ask({
        title: '用户隐私保护提示',
        text: `在你使用 ${this.phone.appName} 服务之前，请仔细阅读《小程序隐私保护指引》。如你同意该指引，请点击“同意”开始使用本小程序。`,
        cancel: '拒绝',
        confirm: '同意',
        kind: 'sheet',
      })
      .then((agreed) => {
        if (agreed) this.keep({ privacy: true });
        return agreed;
      });
  }

  /** The project asks in its own words; only a real tap on its agree button counts. */
  private askListener(listener: PrivacyListener, api: string): Promise<boolean> {
    return new Promise((done) => {
      listener(
        ({ event, buttonId }) => {
          if (event === 'exposureAuthorization') return;
          const agreed = event === 'agree' && this.kept.privacy && buttonId === this.agreedBy;
          if (event === 'agree' && !agreed) {
            const text =
              'resolve 的 buttonId 必须是 <button open-type="agreePrivacyAuthorization"> 的 id，并且已被点击。';
            this.phone.notice({ kind: 'limit', name: 'wx.onNeedPrivacyAuthorization', text });
          }
          done(agreed);
        },
        { referrer: api },
      );
    });
  }
}
