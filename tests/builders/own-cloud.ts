import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { WireAnswer } from '@anshao/core';
import { receiptCode } from '@anshao/core/codes';
import { type LocalCloud, startLocalCloud } from '@anshao/local-cloud';
import { foundingCode, generateKeys, type Keys } from '@anshao/server/secrets';
import { build } from '../../scripts/build/build';
import { ownFunctions } from '../../scripts/lib/cloud';
import { answerOf, ask, phoneOf, post, type TestPhone } from './server-phone';

export type { TestPhone } from './server-phone';

/** The product's functions on a cloud of a test's own, with nobody and nothing in it yet. */
export interface TestServer {
  readonly cloud: LocalCloud;
  readonly keys: Readonly<Record<string, Keys>>;
  readonly foundingCode: string;
  /** What the functions and the platform have printed so far. */
  readonly printed: readonly string[];
  phone(openid: string): TestPhone;
  /** Calls `/local/…`: what a test may do to the cloud itself. */
  local(what: string, body: unknown): Promise<unknown>;
  /** Documents of a collection, read as an administrator. */
  documents(collection: string, query?: object): Promise<Array<Record<string, unknown>>>;
  /** Whether the storage has a file. */
  hasFile(fileId: string): Promise<boolean>;
  sweep(): Promise<WireAnswer>;
  close(): Promise<void>;
}

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

export const startServer = async (options: { timers?: boolean } = {}): Promise<TestServer> => {
  await build({ only: 'cloud', quiet: true });
  const data = await mkdtemp(path.join(os.tmpdir(), 'anshao-server-'));
  const keys = generateKeys(randomBytes);
  const printed: string[] = [];
  const cloud = await startLocalCloud({
    port: 0,
    data,
    functions: ownFunctions,
    timers: options.timers === true,
    variables: Object.fromEntries(
      Object.entries(keys).map(([name, own]) => [name, { ANSHAO_KEYS: JSON.stringify(own) }]),
    ),
    log: (line) => printed.push(line),
  });
  const local = (what: string, body: unknown): Promise<unknown> =>
    ask(`${cloud.url}/local/${what}`, post(body));
  return {
    cloud,
    keys,
    foundingCode: foundingCode(keys['member'] ?? {}),
    printed,
    phone: (openid) => phoneOf(cloud.url, openid),
    local,
    documents: (collection, query = {}) => documents(cloud, collection, query),
    hasFile: (fileId) => hasFile(cloud, fileId),
    sweep: async () => answerOf(await local('timer/reminder', {})),
    close: async () => {
      await cloud.close();
      await rm(data, { recursive: true, force: true });
    },
  };
};

const documents = async (
  cloud: LocalCloud,
  collectionName: string,
  query: object,
): Promise<Array<Record<string, unknown>>> => {
  const request = {
    action: 'database.getDocument',
    collectionName,
    queryType: 'WHERE',
    query: JSON.stringify(query),
    limit: 1000,
  };
  const answer = await ask(`${cloud.url}/admin`, post(request));
  const text = JSON.stringify(answer);
  const parsed: { data?: { list?: string[] } } = JSON.parse(text);
  if (parsed.data?.list === undefined) throw new Error(text);
  return parsed.data.list.map((one) => JSON.parse(one));
};

const hasFile = async (cloud: LocalCloud, fileId: string): Promise<boolean> => {
  const request = { action: 'storage.batchGetDownloadUrl', file_list: [{ fileid: fileId }] };
  const text = JSON.stringify(await ask(`${cloud.url}/admin`, post(request)));
  const parsed: { data?: { download_list?: Array<{ code: string }> } } = JSON.parse(text);
  const code = parsed.data?.download_list?.[0]?.code;
  if (code === undefined) throw new Error(text);
  return code === 'SUCCESS';
};

/** A city with a federation, a street union, a factory with officers and a place; and a worker. */
export interface TestCity {
  readonly federation: TestPhone;
  readonly street: TestPhone;
  readonly officer: TestPhone;
  readonly second: TestPhone;
  readonly inspector: TestPhone;
  readonly employer: TestPhone;
  readonly worker: TestPhone;
  readonly stranger: TestPhone;
  readonly units: { readonly root: string; readonly street: string; readonly factory: string };
  readonly place: string;
}

interface MadeUnit {
  readonly unit: { readonly id: string };
}

let people = 0;

/** Builds the city through the functions' own methods. */
export const foundCity = async (server: TestServer): Promise<TestCity> => {
  people += 1;
  const who = (name: string): TestPhone => server.phone(`${name}-${people}`);
  const federation = who('federation');
  const root = await federation.done<MadeUnit>('member.found', {
    code: server.foundingCode,
    name: '示范市',
    unionName: '示范市总工会',
  });
  const add = (parent: string, kind: string, name: string) =>
    federation.done<MadeUnit>('member.addUnit', { parent, kind, name, unionName: `${name}工会` });
  const street = await add(root.unit.id, 'midUnion', '城东街道');
  const factory = await add(street.unit.id, 'enterprise', '示范机械厂');
  const bind = async (unit: string, role: string, phone: TestPhone, lead = false) => {
    const input = { unit, role, ...(lead ? { lead } : {}) };
    const { code } = await federation.done<{ code: string }>('member.invite', input);
    await phone.done('member.accept', { code });
    return phone;
  };
  const { code: place } = await federation.done<{ code: string }>('place.add', {
    unit: factory.unit.id,
    name: '冲压车间 · 3 号压力机旁',
  });
  return {
    federation,
    street: await bind(street.unit.id, 'officer', who('street'), true),
    officer: await bind(factory.unit.id, 'chair', who('chair')),
    second: await bind(factory.unit.id, 'officer', who('officer')),
    inspector: await bind(factory.unit.id, 'inspector', who('inspector')),
    employer: await bind(factory.unit.id, 'employer', who('employer')),
    worker: who('worker'),
    stranger: who('stranger'),
    units: { root: root.unit.id, street: street.unit.id, factory: factory.unit.id },
    place,
  };
};

/** What a worker sends for a report without photos. */
export const aReportInput = (place: string, over: object = {}): object => ({
  place,
  category: 'machine',
  words: '护罩拆了两天没装回去',
  danger: false,
  toSuperior: false,
  photos: [],
  receipt: sha256(receiptCode(randomBytes(13))),
  ...over,
});

export interface Receipt {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly photosStored: number;
  readonly photosTotal: number;
}
