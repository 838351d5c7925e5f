/** An index as the environment defines it. */
export interface IndexDefinition {
  readonly name: string;
  /** The fields in order, each with its direction. */
  readonly keys: ReadonlyArray<readonly [field: string, direction: 1 | -1]>;
  readonly unique?: boolean;
  /** Leaves out documents that have none of the fields. */
  readonly sparse?: boolean;
}

/** A collection as the environment defines it. */
export interface CollectionDefinition {
  /** Who may read and write from a phone; the database itself does not look at them. */
  readonly rules?: unknown;
  readonly indexes?: readonly IndexDefinition[];
}

/** What `explain` is asked. */
export interface ExplainRequest {
  readonly collection: string;
  /** A query as EJSON text or as the parsed object. */
  readonly query: unknown;
  /** `{ field: 1 | -1 }`, as EJSON text or parsed. */
  readonly order?: unknown;
  readonly limit?: number;
}

/** How a query was answered. */
export interface Explanation {
  /** Documents read. */
  readonly documents: number;
  /** Index entries read. */
  readonly keys: number;
  /**
   * The index used; `_id_` for direct reads, null for a scan of the collection; for an `$or` the
   * indexes of its branches, joined by `|`.
   */
  readonly index: string | null;
}

/** A document database that answers as CloudBase does. */
export interface Database {
  /**
   * Creates missing collections and brings indexes to the definition: builds new ones over the
   * documents already there, drops those that are gone.
   * @throws CloudError when the documents break a new unique index
   */
  define(collections: Readonly<Record<string, CollectionDefinition>>): void;
  /**
   * Answers one wire action `database.*` with the SDK's request body. Resolves to the answer
   * without its requestId, and only once the write is on disk.
   * @throws CloudError as the platform would
   */
  handle(action: string, body: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Runs a query and counts what it had to read. */
  explain(request: ExplainRequest): Explanation;
  /** Finishes what is under way and lets go of the file. */
  close(): void;
}
