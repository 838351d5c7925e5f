/// <reference path="./qrcode.d.ts" />
import qrcode from 'qrcode';
import type { Environment } from '../platform/environment';
import { type JsonObject, numberIn, textIn } from '../wire/json';
import { refusal, type WechatAnswer } from './answer';
import { isPage } from './subscribe-message';

const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/;

/**
 * `wxacode.getUnlimited`: a real QR code in place of WeChat's round one. It says
 * `<page>?scene=<scene>`, which is what WeChat hands to the page.
 */
export async function drawPageCode(
  environment: Environment,
  args: JsonObject,
): Promise<WechatAnswer> {
  const scene = args['scene'];
  if (typeof scene !== 'string' || !SCENE.test(scene)) return refusal(40169);
  const page = textIn(args, 'page') ?? '';
  if (page.startsWith('/') || page.includes('?')) return refusal(41030);
  const check = args['check_path'] ?? args['checkPath'];
  if (page !== '' && check !== false && !isPage(environment, page)) return refusal(41030);
  const width = args['width'] === undefined ? 430 : numberIn(args, 'width');
  if (width === undefined || width < 280 || width > 1280) return refusal(40097, 'width');
  const version = args['env_version'] ?? args['envVersion'] ?? 'release';
  if (!['release', 'trial', 'develop'].some((known) => known === version)) {
    return refusal(40097, 'env_version');
  }
  const text = `${page}?scene=${encodeURIComponent(scene)}`;
  return { kind: 'image', contentType: 'image/png', bytes: await qrcode.toBuffer(text, { width }) };
}
