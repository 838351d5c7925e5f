import { type SdkCollection, type SdkQuery, sdk } from './app';
import { asked, isDuplicate } from './errors';
import { type Filter, toQuery } from './filter';
import { type Patch, toUpdate } from './patch';

interface FindOptions {
  readonly order?: Readonly<Record<string, 'asc' | 'desc'>>;
  /** At most 1000: the SDK would clamp a larger one silently. */
  readonly limit?: number;
}

type OneFilter = Filter & { readonly _id: string };

/** Reading part of a collection: whole documents, or the fields it was opened with. */
export interface Reader<D> {
  get(id: string): Promise<D | undefined>;
  find(filter: Filter, options?: FindOptions): Promise<D[]>;
}

/** A typed collection. Every call is one request, and every id is one of ours. */
export interface Collection<D> extends Reader<D> {
  count(filter: Filter): Promise<number>;
  /** False when a document with this id, or a unique value of it, is there already. */
  insert(document: D): Promise<boolean>;
  /** Inserts in order until one is there already; false then. */
  insertAll(documents: readonly D[]): Promise<boolean>;
  /** Changes the one document that the filter finds; false when there is none (any more). */
  change(filter: OneFilter, patch: Patch): Promise<boolean>;
  /** As `change`, answering the document as it then is. */
  changeAndRead(filter: OneFilter, patch: Patch): Promise<D | undefined>;
  /** Changes all that the filter finds; how many. */
  changeAll(filter: Filter, patch: Patch): Promise<number>;
  /** Removes all that the filter finds; how many. */
  remove(filter: Filter): Promise<number>;
}

type Check<D> = (document: unknown) => document is D;

const MAX_LIMIT = 1000;

const all = (name: string): SdkCollection => sdk().database().collection(name);

const known = <D>(name: string, check: Check<D>, document: unknown): D => {
  if (check(document)) return document;
  throw new Error(`${name} holds a document that is none of ours`);
};

/**
 * Opens a collection for reading.
 * @param check tells a document of ours from anything else; a stranger there is a bug and throws
 * @param fields top-level or dotted fields to read, with `_id`; all unless given
 */
export const reader = <D>(name: string, check: Check<D>, fields?: readonly string[]): Reader<D> => {
  const narrowed = (query: SdkQuery): SdkQuery =>
    fields === undefined
      ? query
      : query.field(Object.fromEntries(fields.map((field) => [field, true])));
  const find = async (filter: Filter, options: FindOptions = {}): Promise<D[]> => {
    const limit = options.limit ?? 100;
    if (limit > MAX_LIMIT) throw new Error(`a query of ${limit} documents would be cut silently`);
    let query = narrowed(all(name).where(toQuery(filter)).limit(limit));
    for (const [field, direction] of Object.entries(options.order ?? {})) {
      query = query.orderBy(field, direction);
    }
    const { data } = await asked(name, () => query.get());
    return data.map((document) => known(name, check, document));
  };
  return { find, get: async (id) => (await find({ _id: id }, { limit: 1 }))[0] };
};

/** Opens a collection for reading and writing. `check` as in `reader`. */
export const collection = <D extends { readonly _id: string }>(
  name: string,
  check: Check<D>,
): Collection<D> => {
  const ask = <T>(request: (found: SdkCollection) => Promise<T>): Promise<T> =>
    asked(name, () => request(all(name)));
  const add = async (documents: object): Promise<boolean> => {
    try {
      await ask((found) => found.add(documents));
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  };
  return {
    ...reader(name, check),
    count: async (filter) => (await ask((found) => found.where(toQuery(filter)).count())).total,
    insert: (document) => add(document),
    insertAll: (documents) => (documents.length === 0 ? Promise.resolve(true) : add(documents)),
    change: async (filter, patch) => {
      const { updated } = await ask((found) =>
        found.where(toQuery(filter)).options({ multiple: false }).update(toUpdate(patch)),
      );
      return updated > 0;
    },
    changeAndRead: async (filter, patch) => {
      const { doc } = await ask((found) =>
        found.where(toQuery(filter)).updateAndReturn(toUpdate(patch)),
      );
      return doc === null || doc === undefined ? undefined : known(name, check, doc);
    },
    changeAll: async (filter, patch) =>
      (await ask((found) => found.where(toQuery(filter)).update(toUpdate(patch)))).updated,
    remove: async (filter) => (await ask((found) => found.where(toQuery(filter)).remove())).deleted,
  };
};
