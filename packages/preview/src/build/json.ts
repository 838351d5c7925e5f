import { type Problem, positionAt } from './problems';

export type Json = Record<string, unknown>;

/** Narrows a parsed value to an object which is not an array. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value if it is an object, else an empty one. */
export function objectOf(value: unknown): Json {
  return isObject(value) ? value : {};
}

/** The members of an object whose values are strings. */
export function stringMap(value: unknown): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [key, item] of Object.entries(objectOf(value))) {
    if (typeof item === 'string') result[key] = item;
  }
  return result;
}

/** The strings of an array, or none. */
export function stringList(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/**
 * Parses one JSON file of the project; `file` is only for the message.
 * An empty file counts as `{}`, as in WeChat.
 */
export function parseJson(file: string, text: string): { json: Json; problem?: Problem } {
  if (text.trim() === '') return { json: {} };
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return { json: value };
    return {
      json: {},
      problem: {
        file,
        line: 1,
        column: 1,
        message: 'JSON: an object is expected',
        severity: 'error',
      },
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = /position (\d+)/.exec(message)?.[1];
    const place = positionAt(text, offset === undefined ? text.length : Number(offset));
    const reason = message.replace(/ (in JSON )?at position .*$/s, '');
    return { json: {}, problem: { file, ...place, message: `JSON: ${reason}`, severity: 'error' } };
  }
}
