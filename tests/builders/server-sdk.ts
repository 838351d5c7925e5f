import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { type LocalCloud, startLocalCloud } from '@anshao/local-cloud';
import { generateKeys, type Keys } from '@anshao/server/secrets';
import { build } from '../../scripts/build/build';
import { ownFunctions } from '../../scripts/lib/cloud';

/** One request of the SDK as it passed by. */
export interface Passed {
  readonly action: string;
  readonly collection: string;
}

/** The SDK of this process talks to a local cloud, and every request is seen. */
export interface SdkCount {
  /** Database requests since the last time. */
  databaseCalls(): readonly Passed[];
  /** Lets this process be that function, as far as keys go. */
  become(name: string): void;
  close(): Promise<void>;
}

/**
 * Points the SDK of this process at a cloud, past a counter. The test must import `without-ai`
 * before anything else.
 */
export const countingSdk = async (
  cloud: LocalCloud,
  keys: Readonly<Record<string, Keys>>,
): Promise<SdkCount> => {
  const seen: Passed[] = [];
  const proxy = await countingProxy(cloud.url, (one) => seen.push(one));
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: cloud.environmentId,
    TENCENTCLOUD_SECRETID: 'test',
    TENCENTCLOUD_SECRETKEY: 'test',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${proxy.url}/admin` }),
  });
  return {
    databaseCalls: () => seen.splice(0).filter(({ action }) => action.startsWith('database.')),
    become: (name) => {
      process.env['ANSHAO_KEYS'] = JSON.stringify(keys[name] ?? {});
    },
    close: proxy.close,
  };
};

/** A local cloud that the server's own modules talk to from inside the test. */
export interface SdkCloud extends SdkCount {
  readonly cloud: LocalCloud;
}

/** Starts an empty one with the product's collections. */
export const startSdkCloud = async (): Promise<SdkCloud> => {
  await build({ only: 'cloud', quiet: true });
  const data = await mkdtemp(path.join(os.tmpdir(), 'anshao-sdk-'));
  const cloud = await startLocalCloud({ port: 0, data, functions: ownFunctions, timers: false });
  const sdk = await countingSdk(cloud, generateKeys(randomBytes));
  return {
    ...sdk,
    cloud,
    close: async () => {
      await sdk.close();
      await cloud.close();
      await rm(data, { recursive: true, force: true });
    },
  };
};

/** Passes requests on and tells what they ask for. */
const countingProxy = async (
  target: string,
  tell: (one: Passed) => void,
): Promise<{ url: string; close(): Promise<void> }> => {
  const server = http.createServer((request, response) => {
    void pass(target, request, tell).then(({ status, text }) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const pass = async (
  target: string,
  request: http.IncomingMessage,
  tell: (one: Passed) => void,
): Promise<{ status: number; text: string }> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const body = Buffer.concat(parts).toString('utf8');
  const asked: { action?: string; collectionName?: string } = JSON.parse(body);
  tell({ action: asked.action ?? '', collection: asked.collectionName ?? '' });
  const answer = await fetch(`${target}${request.url ?? ''}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  return { status: answer.status, text: await answer.text() };
};

/** The context with which the platform calls a function for a person's phone. */
export const phoneContext = (openid: string): object => ({
  request_id: 'platform-request',
  environment: JSON.stringify({
    WX_OPENID: openid,
    TCB_SOURCE: 'wx_client',
    WX_CONTEXT_KEYS: 'WX_OPENID',
    TCB_CONTEXT_KEYS: 'TCB_SOURCE',
  }),
});
