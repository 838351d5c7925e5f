import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../../../packages/local-cloud/src/database';
import type {
  CollectionDefinition,
  Database,
  Explanation,
} from '../../../../packages/local-cloud/src/database/types';
import {
  type Document,
  isDocument,
  type Value,
} from '../../../../packages/local-cloud/src/database/values';
import { parseEjson, stringifyEjson } from '../../../../packages/local-cloud/src/ejson';

/** What the tests' clock shows. */
export const NOW = Date.UTC(2026, 4, 1, 8);

/** How a query is asked. */
export interface Asked {
  readonly order?: unknown;
  readonly offset?: number;
  readonly limit?: number;
  readonly projection?: Document;
  readonly transactionId?: string | undefined;
}

/** What an update is told. */
export interface Told {
  readonly multi?: boolean;
  readonly merge?: boolean;
  readonly upsert?: boolean;
  readonly transactionId?: string | undefined;
}

/** A database in a folder of its own, spoken to by wire actions about one collection. */
export class TestDatabase {
  database: Database;
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), 'database-'));

  constructor(
    definition: CollectionDefinition = {},
    private readonly transactionLifetime = 30_000,
  ) {
    this.database = this.open();
    this.database.define({ things: definition });
  }

  get file(): string {
    return path.join(this.folder, 'product.db');
  }

  private open(): Database {
    const { transactionLifetime } = this;
    return openDatabase({ file: this.file, now: () => NOW, transactionLifetime });
  }

  /** Closes the file and opens it again. */
  reopen(): void {
    this.database.close();
    this.database = this.open();
  }

  close(): void {
    this.database.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  call(action: string, body: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    return this.database.handle(`database.${action}`, { collectionName: 'things', ...body });
  }

  async add(...documents: Document[]): Promise<unknown> {
    return data(
      await this.call('insertDocument', { data: documents.map((item) => stringifyEjson(item)) }),
    )['insertedIds'];
  }

  async addIn(transactionId: string, document: Document): Promise<void> {
    await this.call('insertDocument', { data: [stringifyEjson(document)], transactionId });
  }

  async find(query: Document = {}, asked: Asked = {}): Promise<Document[]> {
    const { projection, ...others } = asked;
    const answer = await this.call('getDocument', {
      queryType: 'WHERE',
      query: stringifyEjson(query),
      ...others,
      ...(projection === undefined ? {} : { projection: stringifyEjson(projection) }),
    });
    return documentsIn(answer);
  }

  /** The ids of what a query finds. */
  async ids(query: Document = {}, asked: Asked = {}): Promise<Value[]> {
    return (await this.find(query, asked)).map((document) => document['_id'] ?? null);
  }

  async count(query: Document = {}): Promise<unknown> {
    return data(await this.call('calculateDocument', { query: stringifyEjson(query) }))['total'];
  }

  async update(query: Document, changes: Document, told: Told = {}): Promise<unknown> {
    const { data: answer } = await this.call('modifyDocument', {
      query: stringifyEjson(query),
      data: stringifyEjson(changes),
      multi: false,
      merge: true,
      upsert: false,
      ...told,
    });
    return answer;
  }

  /** Updates one document and gives it as it is then. */
  async updated(start: Document, changes: Document, query: Document = {}): Promise<Document> {
    await this.call('removeDocument', { query: '{}', multi: true });
    await this.add({ _id: 'one', ...start });
    await this.update({ _id: 'one', ...query }, changes);
    const [document = {}] = await this.find();
    const { _id: _, ...fields } = document;
    return fields;
  }

  async remove(query: Document, multi = true, transactionId?: string): Promise<unknown> {
    const body = { query: stringifyEjson(query), multi, transactionId };
    return data(await this.call('removeDocument', body))['deleted'];
  }

  async aggregate(...stages: Document[]): Promise<Document[]> {
    const written = stages.map((stage) => {
      const [name = '', value = null] = Object.entries(stage)[0] ?? [];
      return { stageKey: name, stageValue: stringifyEjson(value) };
    });
    return documentsIn(await this.call('aggregateDocuments', { stages: written }));
  }

  async start(): Promise<string> {
    return String((await this.database.handle('database.startTransaction', {}))['transactionId']);
  }

  commit(transactionId: string): Promise<unknown> {
    return this.database.handle('database.commitTransaction', { transactionId });
  }

  explain(query: unknown, order?: unknown, limit?: number): Explanation {
    return this.database.explain({
      collection: 'things',
      query,
      order,
      ...(limit === undefined ? {} : { limit }),
    });
  }
}

function data(answer: Record<string, unknown>): Record<string, unknown> {
  return Object(answer['data']);
}

function documentsIn(answer: Record<string, unknown>): Document[] {
  const list: unknown = data(answer)['list'];
  if (!Array.isArray(list)) throw new Error('the answer holds no list');
  return list.map((item) => {
    const value = parseEjson(String(item), NOW);
    if (!isDocument(value)) throw new Error('the answer holds no documents');
    return value;
  });
}
