import { CloudError } from '../errors';
import type { Environment } from '../platform/environment';
import { messageOf } from '../platform/plain-error';
import type { PlatformStore } from '../platform/store';
import type { JsonObject } from '../wire/json';
import { refusal, type WechatAnswer } from './answer';
import { checkMedia, checkMessage, isVerdict } from './content-check';
import { drawPageCode } from './page-code';
import type { Push } from './push';
import { sendSubscribeMessage } from './subscribe-message';

/** What the stand-in for WeChat needs. */
interface WechatOptions {
  readonly environment: Environment;
  readonly store: PlatformStore;
  readonly now: () => number;
  readonly isOwnUrl: (url: string) => boolean;
  readonly push: Push;
  readonly log: (line: string) => void;
}

/** Stands in for WeChat's servers: open APIs, accepts of messages, who was active when. */
export class Wechat {
  private readonly seen = new Map<string, number>();

  constructor(private readonly options: WechatOptions) {}

  /** A person used the mini-program just now. */
  active(openid: string): void {
    this.seen.set(openid, this.options.now());
  }

  /**
   * The phone's person accepted these templates once each.
   * @throws CloudError INVALID_PARAM for a person or template that cannot be
   */
  accept(openid: string, templates: readonly unknown[]): void {
    const known = this.options.environment.templates;
    const ids = templates.map((id): string => {
      if (typeof id === 'string' && id !== '' && (known === undefined || known.has(id))) return id;
      throw new CloudError('INVALID_PARAM', `there is no message template ${JSON.stringify(id)}`);
    });
    for (const id of ids) this.options.store.addQuota(openid, id);
  }

  /**
   * Calls an open API.
   * @param told a code that a test wants: an errcode, or a verdict of a content check
   * @throws CloudError INVALID_PARAM naming an API that is not offered here
   */
  async call(
    api: string,
    args: JsonObject,
    told: string | number | undefined,
  ): Promise<WechatAnswer> {
    const verdict = isVerdict(told) ? told : 'pass';
    if (told !== undefined && !isVerdict(told)) return refusal(Number(told));
    const { environment, store } = this.options;
    const now = this.options.now();
    const seenAt = (openid: string): number | undefined => this.seen.get(openid);
    switch (api) {
      case 'subscribeMessage.send':
        return sendSubscribeMessage(environment, store, now, args);
      case 'security.msgSecCheck':
        return checkMessage(args, now, seenAt, verdict);
      case 'security.mediaCheckAsync': {
        const check = checkMedia(args, now, seenAt, this.options.isOwnUrl, verdict);
        if (check.event !== undefined) this.pushLater(check.openid, check.event);
        return check.answer;
      }
      case 'wxacode.getUnlimited':
        return drawPageCode(environment, args);
      default:
        throw new CloudError('INVALID_PARAM', `the local cloud does not offer the API "${api}"`);
    }
  }

  private pushLater(openid: string, event: JsonObject): void {
    if (this.options.environment.push === undefined) return;
    setImmediate(() => {
      this.options.push(openid, event).catch((error: unknown) => {
        this.options.log(`pushing ${String(event['Event'])} failed: ${messageOf(error)}`);
      });
    });
  }
}
