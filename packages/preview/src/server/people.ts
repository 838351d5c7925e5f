import { readFileSync } from 'node:fs';
import { isObject } from '../build/json';
import type { Code, Person } from '../runtime/host';

export interface PeopleFile {
  readonly people: readonly Person[];
  readonly codes: readonly Code[];
  /** Titles of subscription templates by id. */
  readonly templates: Readonly<Record<string, string>>;
}

export const NOBODY: PeopleFile = { people: [], codes: [], templates: {} };

/**
 * Reads `{ "people": […], "codes": […], "templates": {…} }`; an array is taken as people. Read again on each load
 * of the page, so that it may be written later. Throws a plain sentence when it is not of this
 * shape; a file that does not exist yet holds nobody.
 */
export function readPeople(file: string): PeopleFile {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
    if (code === 'ENOENT') return NOBODY;
    throw error;
  }
  const value = parse(text, file);
  const whole = Array.isArray(value) ? { people: value } : value;
  if (!isObject(whole)) throw new Error(`${file}: { "people": […], "codes": […] } is expected.`);
  return {
    people: listOf(whole['people'], personOf, file, 'people'),
    codes: listOf(whole['codes'], codeOf, file, 'codes'),
    templates: titlesOf(whole['templates'], file),
  };
}

function titlesOf(value: unknown, file: string): Record<string, string> {
  if (value === undefined) return {};
  if (!isObject(value)) throw new Error(`${file}: "templates" must be { id: title }.`);
  return Object.fromEntries(Object.entries(value).map(([id, title]) => [id, String(title)]));
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${file} is not JSON.`);
  }
}

function listOf<T>(
  value: unknown,
  read: (item: unknown) => T | undefined,
  file: string,
  name: string,
): T[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error(`${file}: "${name}" must be a list.`);
  return value.map((item, index) => {
    const result = read(item);
    if (result === undefined) throw new Error(`${file}: ${name}[${index}] lacks a field.`);
    return result;
  });
}

function personOf(item: unknown): Person | undefined {
  if (!isObject(item)) return undefined;
  const { openid, name, note } = item;
  if (typeof openid !== 'string' || typeof name !== 'string') return undefined;
  return { openid, name, ...(typeof note === 'string' ? { note } : {}) };
}

function codeOf(item: unknown): Code | undefined {
  if (!isObject(item)) return undefined;
  const { label, path } = item;
  return typeof label === 'string' && typeof path === 'string' ? { label, path } : undefined;
}
