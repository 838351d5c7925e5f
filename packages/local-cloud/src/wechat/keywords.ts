const TIME = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`;
const DATE = String.raw`\d{4}(年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|\.\d{1,2}\.\d{1,2})`;
const WHEN = `(${DATE}( ?${TIME})?|${TIME})`;
const DAY = `${DATE}( ?${TIME})?`;

/** What each kind of keyword takes, by the name before its number. */
const RULES: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => [...value].length <= 20,
  number: (value) => value.length <= 32 && /^[+-]?\d+(\.\d+)?$/.test(value),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => [...value].length <= 5 && !/[\p{L}\p{N}]/u.test(value),
  character_string: (value) => value.length <= 32 && /^[\x21-\x7e]+$/.test(value),
  time: (value) => new RegExp(`^${WHEN}( ?~ ?${WHEN})?$`).test(value),
  date: (value) => new RegExp(`^${DAY}( ?~ ?${DAY})?$`).test(value),
  amount: (value) => /^[^\d\s]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: (value) => /^[\d+\-() ]{1,17}$/.test(value),
  car_number: (value) => /^[\p{Script=Han}A-Za-z0-9]{1,8}$/u.test(value),
  name: (value) => /^\p{Script=Han}{1,10}$/u.test(value) || /^[A-Za-z.·\s-]{1,20}$/.test(value),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  const: (value) => [...value].length <= 20,
  enum: (value) => [...value].length <= 20,
};

/**
 * Whether a template message's value fits its keyword.
 * @param keyword the field's name, for example `thing3`
 * @returns what WeChat adds to errcode 47003, or undefined when the value fits
 */
export function keywordProblem(keyword: string, value: unknown): string | undefined {
  const kind = /^([a-z_]+?)\d+$/.exec(keyword)?.[1] ?? '';
  const rule = RULES[kind];
  if (rule === undefined) return `data.${keyword} is not a keyword`;
  if (typeof value !== 'string' || value.trim() === '') return `data.${keyword}.value is empty`;
  return rule(value) ? undefined : `data.${keyword}.value invalid`;
}
