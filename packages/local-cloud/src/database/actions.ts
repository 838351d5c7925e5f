import { randomBytes } from 'node:crypto';
import { stringifyEjson } from '../ejson';
import { CloudError } from '../errors';
import { aggregate } from './aggregate';
import type { Collection } from './catalog';
import { KeepEarlier } from './commits';
import { type Answer, type Engine, idForWire } from './engine';
import { expressionTest } from './expressions';
import { find, matching, planFor, type View } from './find';
import { Modifier } from './modify';
import { compileProjection } from './projection';
import { checkStorable, type Request } from './requests';
import { integer } from './sqlite';
import type { Transaction } from './transactions';
import type { Document } from './values';

/** The wire actions `database.*` by their names. */
export class Actions {
  private readonly modifier: Modifier;

  constructor(private readonly engine: Engine) {
    this.modifier = new Modifier(engine);
  }

  /** @throws CloudError as the platform would */
  async handle(action: string, request: Request): Promise<Answer> {
    switch (action) {
      case 'database.addCollection':
        return this.addCollection(request);
      case 'database.insertDocument':
        return this.insert(request);
      case 'database.getDocument':
        return this.get(request);
      case 'database.calculateDocument':
        return this.count(request);
      case 'database.modifyDocument':
        return this.modifier.modify(request);
      case 'database.modifyAndReturnDoc':
        return this.modifier.modifyAndReturn(request);
      case 'database.removeDocument':
        return this.modifier.remove(request);
      case 'database.aggregateDocuments':
        return this.aggregate(request);
      case 'database.startTransaction':
        return { transactionId: this.engine.transactions.start() };
      case 'database.commitTransaction':
        await this.engine.transactions.commit(request.transactionId ?? '');
        return {};
      case 'database.abortTransaction':
        this.engine.transactions.abort(request.transactionId ?? '');
        return {};
      default:
        throw new CloudError('INVALID_ACTION', `the local cloud does not offer "${action}"`);
    }
  }

  private async addCollection(request: Request): Promise<Answer> {
    const name = request.collectionName;
    let created = false;
    const work = (): void => {
      this.engine.catalog.create(name);
      created = true;
    };
    await this.engine.commits.submit(work, () => {
      if (created) this.engine.catalog.forget(name);
    });
    return {};
  }

  private async insert(request: Request): Promise<Answer> {
    const documents = request.documents.map((document): Document => {
      checkStorable(document);
      const { _id, ...fields } = document;
      return { _id: _id ?? randomBytes(16).toString('hex'), ...fields };
    });
    const name = request.collectionName;
    const transaction = this.transactionOf(request);
    if (transaction === undefined) {
      await this.engine.commits.submit(() => this.insertAll(name, documents));
    } else this.insertWithin(transaction, name, documents);
    return { data: { insertedIds: documents.map((document) => idForWire(document)) } };
  }

  /** Inserts in order: what precedes a document that fails stays. */
  private insertAll(name: string, documents: readonly Document[]): void {
    const collection = this.engine.catalog.get(name);
    for (const document of documents) this.engine.transactions.requireFree(collection, document);
    for (const [i, document] of documents.entries()) {
      try {
        this.engine.store.insert(collection, document);
      } catch (error) {
        throw i === 0 ? error : new KeepEarlier(error);
      }
    }
  }

  private insertWithin(
    transaction: Transaction,
    name: string,
    documents: readonly Document[],
  ): void {
    const { transactions } = this.engine;
    transactions.within(transaction, () => {
      const collection = transactions.collection(transaction, name);
      for (const document of documents) transactions.insert(transaction, collection, document);
    });
  }

  private get(request: Request): Answer {
    const [view, collection] = this.readerOf(request);
    const projection = request.document('projection');
    const project =
      Object.keys(projection).length === 0
        ? undefined
        : compileProjection(projection, expressionTest);
    const list = find(view, collection, request.search(request.limit)).map((found) => {
      // What is stored is what is answered, unless parts are wanted or a transaction changed it.
      if (project === undefined && found.body !== undefined) return found.body;
      return stringifyEjson(project === undefined ? found.document : project(found.document));
    });
    return { data: { list } };
  }

  private count(request: Request): Answer {
    const [view, collection] = this.readerOf(request);
    const search = { ...request.search(0), sort: [] };
    if (Object.keys(search.query).length === 0 && view.overlay === undefined) {
      const row = view.sqlite.first(`SELECT count(*) FROM ${collection.table}`);
      return { data: { total: integer(row, 0) } };
    }
    const how = planFor(view, collection, search);
    let total = 0;
    for (const _ of matching(view, collection, search, how, { documents: 0, keys: 0 })) total += 1;
    return { data: { total } };
  }

  private aggregate(request: Request): Answer {
    const [view, collection] = this.readerOf(request);
    const source = { view, catalog: this.engine.catalog };
    const list = aggregate(source, collection, request.stages);
    return { data: { list: list.map((document) => stringifyEjson(document)) } };
  }

  /** What a request reads from: what is committed, or its transaction's snapshot. */
  private readerOf(request: Request): readonly [View, Collection] {
    const transaction = this.transactionOf(request);
    const name = request.collectionName;
    return transaction === undefined
      ? [{ sqlite: this.engine.sqlite }, this.engine.catalog.get(name)]
      : [transaction.view, this.engine.transactions.collection(transaction, name)];
  }

  private transactionOf(request: Request): Transaction | undefined {
    const id = request.transactionId;
    return id === undefined ? undefined : this.engine.transactions.get(id);
  }
}
