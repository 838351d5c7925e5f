import './without-ai';

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '@anshao/local-cloud';
import cloudbase from '@cloudbase/node-sdk';
import { jest } from '@jest/globals';

// Every test starts processes; on a busy machine that takes a while.
jest.setTimeout(60_000);

// Otherwise the SDK asks Tencent's network first where it runs.
process.env['TENCENTCLOUD'] = 'true';
// Otherwise it warns three seconds after each request that broke off, when the test is over.
process.env['SILENCE'] = 'true';

export const functionsFolder = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '../functions',
);

/** A cloud of a test's own, on a free port and a folder that goes with it. */
export interface TestCloud extends LocalCloud {
  readonly data: string;
  /** The unmodified SDK, as an administrator outside would use it. */
  readonly app: ReturnType<typeof cloudbase.init>;
  readonly phone: (openid: string) => Phone;
  /** Calls `/local/…`: GET without a body, POST with one. */
  local(what: string, body?: unknown): Promise<Answer>;
}

/** What an endpoint answered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A person's phone. */
export interface Phone {
  call(name: string, event?: unknown): Promise<Answer>;
  put(path: string, content: string | Buffer): Promise<Answer>;
  get(fileID: string): Promise<Response>;
  remove(fileID: string): Promise<Answer>;
  subscribe(...templates: string[]): Promise<Answer>;
}

/** Starts one; a folder that the test names itself stays when it is closed. */
export async function startTestCloud(options: Partial<LocalCloudOptions> = {}): Promise<TestCloud> {
  const data = options.data ?? (await mkdtemp(path.join(os.tmpdir(), 'local-cloud-')));
  const clean = async (): Promise<void> => {
    if (options.data === undefined) await rm(data, { recursive: true, force: true });
  };
  const cloud = await startLocalCloud({
    port: 0,
    functions: functionsFolder,
    timers: false,
    ...options,
    data,
  }).catch(async (error: unknown) => {
    await clean();
    throw error;
  });
  return {
    ...cloud,
    data,
    app: sdk(cloud.url),
    phone: (openid) => phone(cloud.url, openid),
    local: (what, body) =>
      ask(`${cloud.url}/local/${what}`, body === undefined ? {} : post(JSON.stringify(body))),
    close: async () => {
      await cloud.close();
      await clean();
    },
  };
}

/** The unmodified SDK against an address. */
export function sdk(url: string): ReturnType<typeof cloudbase.init> {
  return cloudbase.init({
    env: 'local-1a2b3c',
    secretId: 'test',
    secretKey: 'test',
    serviceUrl: `${url}/admin`,
  });
}

function post(body: string): RequestInit {
  return { method: 'POST', body, headers: { 'content-type': 'application/json' } };
}

/** Asks and reads the JSON; bytes that are no JSON come back as text. */
export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {
    // Not JSON: the text is the answer.
  }
  return { status: response.status, body };
}

export function phone(url: string, openid: string): Phone {
  const headers = { 'x-local-openid': openid };
  const file = (fileID: string) => `${url}/client/storage?fileID=${encodeURIComponent(fileID)}`;
  return {
    call: (name, event = {}) =>
      ask(`${url}/client/functions/${name}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(event),
      }),
    put: (name, content) =>
      ask(`${url}/client/storage/${encodeURI(name)}`, {
        method: 'PUT',
        headers,
        body: typeof content === 'string' ? content : new Uint8Array(content),
      }),
    get: (fileID) => fetch(file(fileID), { headers }),
    remove: (fileID) => ask(file(fileID), { method: 'DELETE', headers }),
    subscribe: (...templates) =>
      ask(`${url}/client/subscribe`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ templates }),
      }),
  };
}
