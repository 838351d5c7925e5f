import { randomUUID } from 'node:crypto';
import type { WireAnswer } from '@anshao/core';

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

/** A JSON body to be posted. */
export const post = (body: unknown): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

export const ask = async (url: string, init: RequestInit): Promise<unknown> => {
  const response = await fetch(url, init);
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
};

const isAnswer = (value: unknown): value is WireAnswer<never> =>
  typeof value === 'object' && value !== null && 'ok' in value;

export const answerOf = (value: unknown): WireAnswer<never> => {
  if (isAnswer(value)) return value;
  // The function ended without an answer: to the phone that is a lost network.
  return { ok: false, now: 0, error: { code: 'NETWORK', fields: { said: JSON.stringify(value) } } };
};

export const phoneOf = (url: string, openid: string): TestPhone => {
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
