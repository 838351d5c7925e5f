import { randomUUID } from 'node:crypto';
import type { Environment } from '../platform/environment';
import type { PlatformStore } from '../platform/store';
import { isObject, type JsonObject, textIn } from '../wire/json';
import { refusal, success, type WechatAnswer } from './answer';
import { keywordProblem } from './keywords';

const STATES = ['developer', 'trial', 'formal'];

/** Whether a text can be an openid. */
export function isOpenid(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value);
}

/** Whether a page (perhaps with a query) is one of the mini-program's. */
export function isPage(environment: Environment, page: string): boolean {
  const path = page.split('?')[0] ?? '';
  if (environment.pages !== undefined) return environment.pages.has(path.replace(/^\//, ''));
  return /^\/?[\w-]+(\/[\w-]+)*$/.test(path);
}

/**
 * `subscribeMessage.send`: checks in WeChat's order, then spends one accept of this person for
 * this template and records the message.
 */
export function sendSubscribeMessage(
  environment: Environment,
  store: PlatformStore,
  now: number,
  args: JsonObject,
): WechatAnswer {
  const openid = args['touser'];
  if (!isOpenid(openid)) return refusal(40003);
  const template = textIn(args, 'template_id') ?? textIn(args, 'templateId') ?? '';
  const keywords = environment.templates?.get(template);
  if (template === '' || (environment.templates !== undefined && keywords === undefined)) {
    return refusal(40037);
  }
  const page = textIn(args, 'page') ?? '';
  if (page !== '' && !isPage(environment, page)) return refusal(41030);
  const state = args['miniprogram_state'] ?? 'formal';
  if (!STATES.some((known) => known === state)) return refusal(47003, 'miniprogram_state invalid');
  const data = args['data'];
  if (!isObject(data)) return refusal(47003, 'data is empty');
  const values = valuesOf(data);
  if (typeof values === 'string') return refusal(47003, values);
  for (const keyword of keywords ?? []) {
    if (!(keyword in values)) return refusal(47003, `data.${keyword}.value is empty`);
  }
  const extra = Object.keys(values).find(
    (key) => keywords !== undefined && !keywords.includes(key),
  );
  if (extra !== undefined) return refusal(47003, `data.${extra} is not in the template`);
  const message = { id: randomUUID(), openid, template, page, data: values, at: now };
  return store.send(message) ? success({ msgid: message.id }) : refusal(43101);
}

/** The checked values by keyword, or what is wrong with them. */
function valuesOf(data: JsonObject): Record<string, { value: string }> | string {
  const values: Record<string, { value: string }> = {};
  for (const [keyword, one] of Object.entries(data)) {
    const value = isObject(one) ? one['value'] : undefined;
    const problem = keywordProblem(keyword, value);
    if (problem !== undefined) return problem;
    values[keyword] = { value: String(value) };
  }
  return Object.keys(values).length === 0 ? 'data is empty' : values;
}
