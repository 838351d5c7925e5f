import { createHash, randomUUID } from 'node:crypto';
import type { WireAnswer } from '@anshao/core';

/** A phone of the demonstration: calls functions and uploads files as one person. */
export interface Phone {
  /** Calls a method; `T` is what the caller reads of its output, docs/contract.md says the whole. */
  call<T>(
    method: string,
    input: unknown,
    options?: { requestId?: string; seen?: number },
  ): Promise<T>;
  upload(path: string, bytes: Uint8Array): Promise<string>;
}

export const phoneOf = (cloudUrl: string, openid: string): Phone => ({
  async call<T>(
    method: string,
    input: unknown,
    options: { requestId?: string; seen?: number } = {},
  ) {
    const [name = ''] = method.split('.');
    const answer = await send(`${cloudUrl}/client/functions/${name}`, openid, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requestId: randomUUID(), ...options, method, input }),
    });
    const result: WireAnswer<T> = await answer.json();
    if (result.ok !== true) throw new Error(`${method}: ${JSON.stringify(result)}`);
    return result.output;
  },
  async upload(path, bytes) {
    const address = `${cloudUrl}/client/storage/${path}`;
    const answer = await send(address, openid, { method: 'PUT', body: new Uint8Array(bytes) });
    const { fileID }: { fileID: string } = await answer.json();
    return fileID;
  },
});

const send = async (url: string, openid: string, init: RequestInit): Promise<Response> => {
  const headers = { ...init.headers, 'x-local-openid': openid };
  const answer = await fetch(url, { ...init, headers });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer;
};

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');
