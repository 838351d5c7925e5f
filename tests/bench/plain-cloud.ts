import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startLocalCloud } from '@anshao/local-cloud';
import cloudbase from '@cloudbase/node-sdk';

/** The plainly written version of the same job on a cloud of its own. */
export interface PlainCloud {
  readonly url: string;
  /** Calls its function as a person and gives what it answers. */
  call(openid: string, event: object): Promise<unknown>;
  close(): Promise<void>;
}

export const PLAIN_PLACE = 'place-1';
export const PLAIN_WORKER = 'plain-worker';
export const PLAIN_OFFICER = 'plain-officer';

/** A worker, an enterprise with two officers and a place: as many as our version is measured with. */
const DOCUMENTS = {
  b_users: [
    { _id: 'u1', openid: PLAIN_WORKER, role: 'worker', enterpriseId: 'e1' },
    { _id: 'u2', openid: PLAIN_OFFICER, role: 'officer', enterpriseId: 'e1' },
    { _id: 'u3', openid: 'plain-second', role: 'officer', enterpriseId: 'e1' },
  ],
  b_enterprises: [{ _id: 'e1', name: '示范机械厂' }],
  b_places: [{ _id: PLAIN_PLACE, enterpriseId: 'e1', name: '冲压车间 · 3 号压力机旁' }],
  b_counters: [{ _id: 'hazard', value: 0 }],
};

/** Starts the baseline on the same local cloud as ours, with a data folder of its own. */
export const startPlainCloud = async (): Promise<PlainCloud> => {
  const data = mkdtempSync(join(tmpdir(), 'anshao-plain-'));
  const functions = resolve(import.meta.dirname, 'baselines');
  const cloud = await startLocalCloud({ port: 0, data, functions, timers: false });
  const serviceUrl = `${cloud.url}/admin`;
  const db = cloudbase.init({ env: 'bench', secretId: 'i', secretKey: 'k', serviceUrl }).database();
  for (const [name, documents] of Object.entries(DOCUMENTS)) {
    await db.collection(name).add(documents);
  }
  return {
    url: cloud.url,
    call: async (openid, event) => {
      const answer = await fetch(`${cloud.url}/client/functions/hazard`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-local-openid': openid },
        body: JSON.stringify(event),
      });
      const said: unknown = await answer.json();
      if (typeof said !== 'object' || said === null || !('code' in said) || said.code !== 0) {
        throw new Error(`the plain version answers ${JSON.stringify(said)}`);
      }
      return 'data' in said ? said.data : undefined;
    },
    close: async () => {
      await cloud.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
};
