import { dateOf, plainDate } from '../calendar';
import { isKeyOf } from '../codes';

/** Types of a message template's fields that can say anything, in their own way. */
export type TextKeyword = 'thing' | 'phrase' | 'name' | 'character_string' | 'letter' | 'symbol';
/** Types that hold a fact: without one in the text there is nothing true to put in. */
export type FactKeyword = 'number' | 'amount' | 'time' | 'date' | 'phone_number' | 'car_number';
export type Keyword = TextKeyword | FactKeyword;

/** Said when nothing fitting is left of a text: WeChat refuses a message with an empty field. */
const INSTEAD: Readonly<Record<TextKeyword, string>> = {
  thing: '请点开查看',
  phrase: '有新进展',
  name: '工会',
  character_string: '-',
  letter: 'A',
  symbol: '-',
};

const HANZI = /[\u3400-\u9fff]/g;

/** Longest first; the template's limits count UTF-16 units at worst, and a pair stays whole. */
const cut = (text: string, length: number): string => {
  const end = /[\uD800-\uDBFF]$/.test(text.slice(0, length)) ? length - 1 : length;
  return text.slice(0, end).trim();
};

const kept = (text: string, pattern: RegExp): string => (text.match(pattern) ?? []).join('');

/**
 * Code points that a field may refuse or that show nothing: marks of direction and joining,
 * variation selectors, private use, pictures. Everything beyond the first plane goes as well, but
 * for the rarer Chinese characters of people's names.
 */
const UNSAYABLE: readonly (readonly [number, number])[] = [
  [0xa9, 0xa9],
  [0xae, 0xae],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x203c, 0x203c],
  [0x2049, 0x2049],
  [0x2060, 0x206f],
  [0x2122, 0x2139],
  [0x2194, 0x21aa],
  [0x2300, 0x23ff],
  [0x24c2, 0x24c2],
  [0x25aa, 0x25ab],
  [0x25b6, 0x25b6],
  [0x25c0, 0x25c0],
  [0x25fb, 0x27bf],
  [0x2934, 0x2935],
  [0x2b00, 0x2bff],
  [0x3030, 0x303d],
  [0x3297, 0x3299],
  [0xd800, 0xf8ff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff0, 0x1ffff],
  [0x33480, 0x10ffff],
];

const isSayable = (code: number): boolean =>
  !UNSAYABLE.some(([from, to]) => from <= code && code <= to);

const isControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code < 0xa0);

/** One line of letters, characters and symbols. */
const oneLine = (text: string): string => {
  let line = '';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (isControl(code)) line += ' ';
    else if (isSayable(code)) line += char;
  }
  return line.replace(/\s+/g, ' ').trim();
};

const fitThing = (text: string): string => {
  const line = oneLine(text);
  return line.length <= 20 ? line : `${cut(line, 19)}…`;
};

const fitName = (text: string): string => {
  const name = oneLine(kept(oneLine(text), /[\u3400-\u9fffA-Za-z·.\- ]/g));
  return cut(name, name.search(/[\u3400-\u9fff]/) >= 0 ? 10 : 20);
};

const fitText = (type: TextKeyword, text: string): string => {
  switch (type) {
    case 'thing':
      return fitThing(text);
    case 'phrase':
      return kept(text, HANZI).slice(0, 5);
    case 'name':
      return fitName(text);
    case 'character_string':
      return cut(kept(text, /[\x21-\x7e]/g), 32);
    case 'letter':
      return kept(text, /[A-Za-z]/g).slice(0, 32);
    case 'symbol':
      return kept(text, /[!-/:-@[-`{-~]/g).slice(0, 5);
  }
};

const pad = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

const DATE = /(\d{4})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})\s*日?/;
const CLOCK = /(?:^|[^\d:])([01]?\d|2[0-3]):([0-5]\d)(?![\d])/;

const dateIn = (text: string): string | undefined => {
  const found = DATE.exec(text);
  if (found === null) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const real = plainDate(`${found[1] ?? ''}-${pad(month)}-${pad(day)}`);
  return real === undefined ? undefined : `${year}年${month}月${day}日`;
};

const clockIn = (text: string): string | undefined => {
  const found = CLOCK.exec(text);
  return found === null ? undefined : `${pad(Number(found[1]))}:${found[2] ?? ''}`;
};

const fitMoment = (type: 'time' | 'date', text: string): string | undefined => {
  const date = dateIn(text);
  const clock = clockIn(text);
  if (date === undefined) return type === 'time' ? clock : undefined;
  return clock === undefined ? (type === 'date' ? date : undefined) : `${date} ${clock}`;
};

const fitFact = (type: FactKeyword, text: string): string | undefined => {
  switch (type) {
    case 'number':
      return /-?\d{1,20}(?:\.\d{1,8})?/.exec(text)?.[0];
    case 'amount': {
      const found = /\d{1,10}(?:\.\d{1,2})?/.exec(text)?.[0];
      return found === undefined ? undefined : `¥${found}`;
    }
    case 'time':
    case 'date':
      return fitMoment(type, text);
    case 'phone_number':
      return /\+?\d[\d-]{1,15}\d/.exec(text.replace(/\s/g, ''))?.[0];
    case 'car_number':
      return /[\u4e00-\u9fff][A-Z][0-9A-Z]{4,5}[0-9A-Z\u4e00-\u9fff]/.exec(text.toUpperCase())?.[0];
  }
};

const isText = (type: Keyword): type is TextKeyword => isKeyOf(INSTEAD, type);

/**
 * A value which WeChat takes for a template's field, made of any text; one wrong field loses the
 * whole message and the person's accept with it (error 47003). Never throws, never empty.
 * @returns undefined for a fact that the text does not hold: then the message must not be sent
 */
export function fitKeyword(type: TextKeyword, text: string): string;
export function fitKeyword(type: Keyword, text: string): string | undefined;
export function fitKeyword(type: Keyword, text: string): string | undefined {
  if (!isText(type)) return fitFact(type, text);
  const fitted = fitText(type, text);
  return fitted === '' ? INSTEAD[type] : fitted;
}

/** A moment (epoch ms) as fields of type time and date write it, in +08:00. */
export const keywordMoment = (at: number): string => {
  const [year = '', month = '', day = ''] = dateOf(at).split('-');
  const local = new Date(at + 8 * 3_600_000);
  const clock = `${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}`;
  return `${year}年${Number(month)}月${Number(day)}日 ${clock}`;
};
