import type { JsonObject } from '../wire/json';

/** What an open API answers: JSON with WeChat's errcode, or an image. */
export type WechatAnswer =
  | { readonly kind: 'json'; readonly json: JsonObject }
  | { readonly kind: 'image'; readonly contentType: string; readonly bytes: Buffer };

/** WeChat's own words for its documented errors. */
const MESSAGES: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential',
  40003: 'invalid openid',
  40004: 'invalid media type',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40129: 'invalid scene',
  40165: 'invalid weapp pagepath',
  40169: 'invalid length for scene, or the data is not json string',
  41030: 'invalid page',
  43004: 'require subscribe',
  43101: 'user refuse to accept the msg',
  43104: 'appid and openid do not match',
  43108: 'concurrent sends to one openid',
  44991: 'too many requests to one content check',
  45002: 'content size out of limit',
  45009: 'reach max api daily quota limit',
  47001: 'data format error',
  47003: 'argument invalid!',
  61010: 'code is expired: this openid has not used the mini-program for two hours',
  85079: 'miniprogram has no online release',
  87014: 'risky content',
  87015: 'invalid media_url',
};

/** An error as WeChat answers it; `detail` follows its usual words. */
export function refusal(errcode: number, detail = ''): WechatAnswer {
  const words = MESSAGES[errcode] ?? 'error';
  const errmsg = detail === '' ? words : `${words} ${detail}`;
  return { kind: 'json', json: { errcode, errmsg } };
}

/** Success, with whatever else the API says. */
export function success(more: JsonObject = {}): WechatAnswer {
  return { kind: 'json', json: { errcode: 0, errmsg: 'ok', ...more } };
}
