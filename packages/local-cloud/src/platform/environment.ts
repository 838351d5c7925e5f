import fs from 'node:fs';
import path from 'node:path';
import type { CollectionDefinition, IndexDefinition } from '../database';
import { isObject, type JsonObject, textIn } from '../wire/json';
import { messageOf, PlainError } from './plain-error';

/** Who, among phones, may read or write below a prefix. Functions always may. */
export type Access = 'all' | 'creator' | 'functions' | 'none';

/** The rule of one storage prefix, for example `public/`. */
export interface StorageRule {
  readonly read: Access;
  readonly write: Access;
}

/** What `environment.json` says of a product: everything that a console would be told. */
export interface Environment {
  readonly collections: Record<string, CollectionDefinition>;
  readonly storage: ReadonlyMap<string, StorageRule>;
  /** The function that receives WeChat's pushed messages. */
  readonly push: string | undefined;
  /** The subscription templates and their keywords; when absent any id is taken. */
  readonly templates: ReadonlyMap<string, readonly string[]> | undefined;
  /** The mini-program's pages; when absent any well-formed page is taken. */
  readonly pages: ReadonlySet<string> | undefined;
}

const KNOWN = new Set(['$schema', 'collections', 'storage', 'push', 'templates', 'app']);
const ACCESS: readonly string[] = ['all', 'creator', 'functions', 'none'];

/**
 * Reads an environment file.
 * @param file its path; undefined for a product without one: no collections, functions-only storage
 * @throws PlainError naming the file and what is wrong in it
 */
export function readEnvironment(file: string | undefined): Environment {
  const json = file === undefined ? {} : readObject(file);
  const wrong = (why: string): PlainError => new PlainError(`${file ?? 'environment'}: ${why}`);
  const unknown = Object.keys(json).find((key) => !KNOWN.has(key));
  if (unknown !== undefined) throw wrong(`"${unknown}" is not known here`);
  const app = textIn(json, 'app');
  const templates = json['templates'];
  return {
    collections: collectionsOf(json['collections'], wrong),
    storage: storageOf(json['storage'], wrong),
    push: textIn(json, 'push'),
    templates: templates === undefined ? undefined : templatesOf(templates, wrong),
    pages:
      app === undefined || file === undefined
        ? undefined
        : pagesOf(path.resolve(path.dirname(file), app)),
  };
}

type Wrong = (why: string) => PlainError;

function readObject(file: string): JsonObject {
  let json: unknown;
  try {
    json = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw new PlainError(`${file} cannot be read: ${messageOf(error)}`);
  }
  if (!isObject(json)) throw new PlainError(`${file} must hold an object.`);
  return json;
}

function collectionsOf(value: unknown, wrong: Wrong): Record<string, CollectionDefinition> {
  if (value === undefined) return {};
  if (!isObject(value)) throw wrong('"collections" must be an object');
  const collections: Record<string, CollectionDefinition> = {};
  for (const [name, one] of Object.entries(value)) {
    if (!isObject(one)) throw wrong(`collection "${name}" must be an object`);
    const indexes: unknown = one['indexes'] ?? [];
    if (!Array.isArray(indexes)) throw wrong(`the indexes of "${name}" must be an array`);
    collections[name] = {
      rules: one['rules'] ?? 'ADMINONLY',
      indexes: indexes.map((index: unknown) => indexOf(index, name, wrong)),
    };
  }
  return collections;
}

function indexOf(value: unknown, collection: string, wrong: Wrong): IndexDefinition {
  const name = isObject(value) ? textIn(value, 'name') : undefined;
  const keys: unknown = isObject(value) ? value['keys'] : undefined;
  if (!isObject(value) || name === undefined || !Array.isArray(keys) || keys.length === 0) {
    throw wrong(`an index of "${collection}" needs a name and keys`);
  }
  return {
    name,
    keys: keys.map((key: unknown): [string, 1 | -1] => {
      const [field, direction]: unknown[] = Array.isArray(key) ? key : [];
      if (typeof field !== 'string' || (direction !== 1 && direction !== -1)) {
        throw wrong(`a key of index "${name}" of "${collection}" must be [field, 1 or -1]`);
      }
      return [field, direction];
    }),
    unique: value['unique'] === true,
    sparse: value['sparse'] === true,
  };
}

function isAccess(value: unknown): value is Access {
  return typeof value === 'string' && ACCESS.includes(value);
}

function storageOf(value: unknown, wrong: Wrong): Map<string, StorageRule> {
  const rules = new Map<string, StorageRule>();
  if (value === undefined) return rules;
  if (!isObject(value)) throw wrong('"storage" must be an object');
  for (const [prefix, rule] of Object.entries(value)) {
    if (!prefix.endsWith('/')) throw wrong(`the storage prefix "${prefix}" must end with /`);
    const read = isObject(rule) ? rule['read'] : undefined;
    const write = isObject(rule) ? rule['write'] : undefined;
    if (!isAccess(read) || !isAccess(write)) {
      throw wrong(`storage "${prefix}" needs read and write, each one of ${ACCESS.join(', ')}`);
    }
    rules.set(prefix, { read, write });
  }
  return rules;
}

function templatesOf(value: unknown, wrong: Wrong): Map<string, readonly string[]> {
  if (!isObject(value)) throw wrong('"templates" must be an object');
  const templates = new Map<string, readonly string[]>();
  for (const [id, keywords] of Object.entries(value)) {
    const texts = Array.isArray(keywords)
      ? keywords.filter((one): one is string => typeof one === 'string')
      : [];
    if (!Array.isArray(keywords) || texts.length !== keywords.length) {
      throw wrong(`template "${id}" must list its keywords`);
    }
    templates.set(id, texts);
  }
  return templates;
}

function pagesOf(file: string): Set<string> {
  const app = readObject(file);
  const pages = new Set<string>();
  const add = (list: unknown, root: string): void => {
    if (!Array.isArray(list)) return;
    for (const page of list) if (typeof page === 'string') pages.add(root + page);
  };
  add(app['pages'], '');
  const packages: unknown = app['subPackages'] ?? app['subpackages'];
  for (const one of Array.isArray(packages) ? packages : []) {
    if (isObject(one)) add(one['pages'], `${(textIn(one, 'root') ?? '').replace(/\/$/, '')}/`);
  }
  return pages;
}
