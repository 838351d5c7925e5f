import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { WireAnswer } from '@anshao/core';
import { receiptCode } from '@anshao/core/codes';
import { type LocalCloud, startLocalCloud } from '@anshao/local-cloud';
import { foundingCode, generateKeys, type Keys } from '@anshao/server/secrets';
import { jest } from '@jest/globals';
import { build } from '../../scripts/build/build';
import { ownFunctions } from '../../scripts/lib/cloud';

// Functions in processes of their own: a machine busy with other suites must not fail these.
jest.setTimeout(60_000);

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

export interface CallOptions {
  readonly requestId?: string;
  readonly seen?: number;
}

export interface TestPhone {
  readonly openid: string;
  /** What the function answered, or what the platform said when the function died. */
  call(method: string, input?: unknown, options?: CallOptions): Promise<WireAnswer<never>>;
  /** As `call` for what must succeed: the output. */
  done<T = Record<string, never>>(
    method: string,
    input?: unknown,
    options?: CallOptions,
  ): Promise<T>;
  /** Sends any event at all. */
  send(name: string, event: unknown): Promise<unknown>;
  upload(path: string, bytes: Uint8Array): Promise<string>;
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

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

const ask = async (url: string, init: RequestInit): Promise<unknown> => {
  const response = await fetch(url, init);
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
};

const isAnswer = (value: unknown): value is WireAnswer<never> =>
  typeof value === 'object' && value !== null && 'ok' in value;

const answerOf = (value: unknown): WireAnswer<never> => {
  if (isAnswer(value)) return value;
  // The function ended without an answer: to the phone that is a lost network.
  return { ok: false, now: 0, error: { code: 'NETWORK', fields: { said: JSON.stringify(value) } } };
};

const phoneOf = (url: string, openid: string): TestPhone => {
  const headers = { 'x-local-openid': openid, 'content-type': 'application/json' };
  const send = (name: string, event: unknown): Promise<unknown> =>
    ask(`${url}/client/functions/${name}`, { ...post(event), headers });
  const call = async (method: string, input: unknown = {}, options: CallOptions = {}) => {
    const [name = ''] = method.split('.');
    const event = { requestId: randomUUID(), ...options, method, input };
    return answerOf(await send(name, event));
  };
  return {
    openid,
    send,
    call,
    done: async (method, input, options) => {
      const answer = await call(method, input, options);
      if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
      return answer.output;
    },
    upload: async (file, bytes) => {
      const body = new Uint8Array(bytes);
      const answer = await ask(`${url}/client/storage/${file}`, { method: 'PUT', body, headers });
      if (typeof answer === 'object' && answer !== null && 'fileID' in answer) {
        return String(answer.fileID);
      }
      throw new Error(`upload: ${JSON.stringify(answer)}`);
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
