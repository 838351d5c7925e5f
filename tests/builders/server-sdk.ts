import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type LocalCloud, startLocalCloud } from '@anshao/local-cloud';
import { generateKeys } from '@anshao/server/secrets';
import { jest } from '@jest/globals';
import { build } from '../../scripts/build/build';
import { ownFunctions } from '../../scripts/lib/cloud';

// A machine busy with other suites must not fail these.
jest.setTimeout(60_000);

/** A local cloud that the server's own modules talk to from inside the test. */
export interface SdkCloud {
  readonly cloud: LocalCloud;
  /** Lets this process be that function, as far as keys go. */
  become(name: string): void;
  close(): Promise<void>;
}

/**
 * Starts an empty one with the product's collections and points the SDK of this process there.
 * The test must import `without-ai` before anything else.
 */
export const startSdkCloud = async (): Promise<SdkCloud> => {
  await build({ only: 'cloud', quiet: true });
  const data = await mkdtemp(path.join(os.tmpdir(), 'anshao-sdk-'));
  const cloud = await startLocalCloud({ port: 0, data, functions: ownFunctions, timers: false });
  const keys = generateKeys(randomBytes);
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: cloud.environmentId,
    TENCENTCLOUD_SECRETID: 'test',
    TENCENTCLOUD_SECRETKEY: 'test',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloud.url}/admin` }),
  });
  return {
    cloud,
    become: (name) => {
      process.env['ANSHAO_KEYS'] = JSON.stringify(keys[name] ?? {});
    },
    close: async () => {
      await cloud.close();
      await rm(data, { recursive: true, force: true });
    },
  };
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
