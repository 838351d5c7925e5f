import { dateOf, formatDay } from '@anshao/core/calendar';
import { sdk } from './database/app';
import { environment } from './environment';

/** Which template a message goes out by. */
export type TemplateName = 'progress' | 'duty';

const TEMPLATES = { progress: 'anshao-reporter-progress', duty: 'anshao-duty' } as const;

/**
 * The id of a template: `ANSHAO_TEMPLATES` = {"progress":"…","duty":"…"} holds those that the
 * mini-program's owner was given; the local cloud knows them by our own names.
 */
const templateId = (name: TemplateName): string => {
  const text = process.env['ANSHAO_TEMPLATES'] ?? '{}';
  const chosen: unknown = JSON.parse(text);
  const id = typeof chosen === 'object' && chosen !== null ? Reflect.get(chosen, name) : undefined;
  return typeof id === 'string' && id !== '' ? id : TEMPLATES[name];
};

const THING = 20;
const HOURS_AHEAD_MS = 8 * 3_600_000;

/** A `thing` takes 20 characters; what does not fit ends in an ellipsis, nothing becomes a dash. */
const fitThing = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  if (characters.length === 0) return '—';
  return characters.length <= THING
    ? characters.join('')
    : `${characters.slice(0, THING - 1).join('')}…`;
};

/** A `time`: 2026年5月25日 10:24, by the clock of +08:00. */
const fitTime = (ms: number): string => {
  const date = dateOf(ms);
  const clock = new Date(ms + HOURS_AHEAD_MS).toISOString().slice(11, 16);
  return `${date.slice(0, 4)}年${formatDay(date)} ${clock}`;
};

/** A value that a template's keyword takes, whatever it is: WeChat refuses the whole message else. */
export const fitKeyword = (keyword: string, value: string | number): string =>
  keyword.startsWith('time') ? fitTime(Number(value)) : fitThing(String(value));

export type SendOutcome = 'sent' | 'noQuota' | 'refused' | 'unknown';

const NO_QUOTA = 43101;
const SYSTEM_BUSY = -1;

/**
 * Sends one subscription message. `unknown`: the answer was lost, it may have arrived.
 * @param values in the order of the template's keywords
 */
export const sendMessage = async (message: {
  readonly openid: string;
  readonly template: TemplateName;
  readonly page: string;
  readonly values: ReadonlyArray<string | number>;
}): Promise<{ outcome: SendOutcome; errcode: number }> => {
  const keywords = environment.templates[TEMPLATES[message.template]];
  const data = Object.fromEntries(
    keywords.map((keyword, i) => [
      keyword,
      { value: fitKeyword(keyword, message.values[i] ?? '') },
    ]),
  );
  const requestData = {
    touser: message.openid,
    template_id: templateId(message.template),
    page: message.page,
    data,
  };
  const errcode = await sdk()
    .callWxOpenApi({ apiName: 'subscribeMessage.send', requestData })
    .then(({ result }) => errcodeOf(result))
    .catch(() => SYSTEM_BUSY);
  return { outcome: outcomeOf(errcode), errcode };
};

const errcodeOf = (result: unknown): number => {
  if (typeof result !== 'object' || result === null) return SYSTEM_BUSY;
  const code = 'errcode' in result ? result.errcode : 'errCode' in result ? result.errCode : 0;
  return Number(code);
};

const outcomeOf = (errcode: number): SendOutcome => {
  switch (errcode) {
    case 0:
      return 'sent';
    case NO_QUOTA:
      return 'noQuota';
    case SYSTEM_BUSY:
      return 'unknown';
    default:
      return 'refused';
  }
};
