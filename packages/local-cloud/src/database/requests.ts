import { decodeEjson, parseEjson } from '../ejson';
import { expressionTest } from './expressions';
import { invalidParam, requestFailed } from './failures';
import type { Search } from './find';
import { compileQuery } from './matcher';
import { sortFields } from './sorting';
import type { Stage } from './stages';
import { type Document, isDocument, type Value } from './values';

/** The body of a wire action, read with the checks of the platform. */
export class Request {
  /** @param now the server's time in milliseconds, for server dates */
  constructor(
    private readonly body: Readonly<Record<string, unknown>>,
    private readonly now: number,
  ) {}

  get collectionName(): string {
    const name = this.body['collectionName'];
    if (typeof name !== 'string' || name === '') {
      throw invalidParam('collectionName must be a text');
    }
    return name;
  }

  get transactionId(): string | undefined {
    const id = this.body['transactionId'];
    return typeof id === 'string' && id !== '' ? id : undefined;
  }

  flag(name: string): boolean {
    return this.body[name] === true;
  }

  /** An object that came as EJSON text or parsed; empty when missing. */
  document(name: string): Document {
    const value = this.value(name) ?? {};
    if (!isDocument(value)) throw invalidParam(`${name} must be an object`);
    return value;
  }

  /** The documents of an insert. */
  get documents(): Document[] {
    const data = this.body['data'];
    const list: unknown[] = Array.isArray(data) ? data : [data];
    if (list.length === 0) throw invalidParam('data must hold at least one document');
    return list.map((item) => {
      const value = this.decode(item);
      if (!isDocument(value)) throw invalidParam('data must be objects');
      return value;
    });
  }

  /** The stages of a pipeline. */
  get stages(): Stage[] {
    const raw = this.body['stages'];
    const stages: unknown[] = Array.isArray(raw) ? raw : [];
    return stages.map((stage) => {
      const name: unknown =
        typeof stage === 'object' && stage !== null ? Reflect.get(stage, 'stageKey') : undefined;
      const value: unknown =
        typeof stage === 'object' && stage !== null ? Reflect.get(stage, 'stageValue') : undefined;
      if (typeof name !== 'string') throw invalidParam('a stage must have a stageKey');
      return { name, value: this.decode(value) };
    });
  }

  /** Query, order, offset and limit, as far as the request has them. */
  search(limit: number): Search {
    const query = this.document('query');
    return {
      query,
      matches: compileQuery(query, expressionTest),
      sort: sortFields(this.value('order')),
      offset: this.count('offset', 0),
      limit,
    };
  }

  /** The limit: 100 unless said, and never more than 1000, without a word. */
  get limit(): number {
    const limit = this.count('limit', 0);
    return limit === 0 ? 100 : Math.min(limit, 1000);
  }

  private count(name: string, otherwise: number): number {
    const value = this.body[name];
    if (value === undefined || value === null) return otherwise;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
      throw invalidParam(`${name} must be a whole number that is not negative`);
    }
    return value;
  }

  private value(name: string): Value | undefined {
    const raw = this.body[name];
    return raw === undefined || raw === null || raw === '' ? undefined : this.decode(raw);
  }

  private decode(raw: unknown): Value {
    return typeof raw === 'string' ? parseEjson(raw, this.now) : decodeEjson(raw, this.now);
  }
}

/**
 * Checks what is to be stored as a document.
 * @throws CloudError for names and ids that cannot be stored
 */
export function checkStorable(document: Document): void {
  for (const name of Object.keys(document)) {
    if (name.startsWith('$')) {
      throw requestFailed(`The dollar ($) prefixed field '${name}' is not valid for storage.`);
    }
  }
  const id = document['_id'];
  if (Array.isArray(id) || id instanceof RegExp) {
    throw requestFailed("The '_id' value cannot be of type array or regex");
  }
}
