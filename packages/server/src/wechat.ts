import { fitKeyword, keywordMoment } from '@anshao/core/reminder';
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

/** A template's keyword is its type and a number: `thing1`. A moment is given in epoch ms. */
const valueFor = (keyword: string, value: string | number): string => {
  const text = typeof value === 'number' ? keywordMoment(value) : value;
  const fitted = fitKeyword(keyword.startsWith('time') ? 'time' : 'thing', text);
  if (fitted === undefined) throw new Error(`${keyword} would be sent without a value`);
  return fitted;
};

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
    keywords.map((keyword, i) => [keyword, { value: valueFor(keyword, message.values[i] ?? '') }]),
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
