import {
  ERRORS,
  type ErrorCode,
  type hazardContracts,
  type InputOf,
  isErrorCode,
  type OutputOf,
  type orgContracts,
  type placeContracts,
  type Refusal,
  type reminderContracts,
} from '../vendor/core';
import { noteServerTime } from './clock';
import { newRequestId } from './random';

type Room =
  | typeof hazardContracts
  | typeof placeContracts
  | typeof orgContracts
  | typeof reminderContracts;
type Contract = Room extends infer R ? (R extends object ? R[keyof R] : never) : never;
type ByMethod = {
  [C in Contract as C extends { readonly method: infer M extends string } ? M : never]: C;
};

/** Every method that a phone may call, as the contracts declare it. */
export type Method = keyof ByMethod;
export type Input<M extends Method> = InputOf<ByMethod[M]>;
export type Output<M extends Method> = OutputOf<ByMethod[M]>;

/** A call that did not do what was asked, with the short code a person can read to the admin. */
export interface Failure {
  readonly ok: false;
  readonly error: Refusal;
  /** 编号, e.g. R-8K2M: the start of the request id, which the cloud logs. */
  readonly trace: string;
}
export type Called<T> = { readonly ok: true; readonly value: T } | Failure;

interface CallOptions {
  /** Kept by the caller when the same act may be sent again later; else one is made. */
  readonly requestId?: string;
  /** The version of the case that the act was decided on. */
  readonly seen?: number;
}

/** Longer than a function may run: an answer after this is lost, and asked for again. */
const TIMEOUT_MS = 15_000;
/** Pauses before the second and third try. */
const PAUSES_MS = [600, 2_000];
/** What may be sent again as it is. A missing photo must be uploaded first. */
const SENT_AGAIN: ReadonlySet<ErrorCode> = new Set(['NETWORK', 'BUSY', 'INTERNAL']);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const networkFailure = { ok: false, error: { code: 'NETWORK' } } as const;

type Answer =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly error: Refusal };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const fieldsOf = (value: unknown): Readonly<Record<string, string>> | undefined => {
  if (!isObject(value)) return undefined;
  const hints = Object.entries(value).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return hints.length === 0 ? undefined : Object.fromEntries(hints);
};

/** Reads what came over the wire; anything that is no answer of ours is a fault of the cloud. */
const readAnswer = (result: unknown): Answer => {
  if (!isObject(result)) return { ok: false, error: { code: 'INTERNAL' } };
  if (typeof result['now'] === 'number') noteServerTime(result['now']);
  if (result['ok'] === true) return { ok: true, output: result['output'] };
  const error = isObject(result['error']) ? result['error'] : {};
  const code = isErrorCode(error['code']) ? error['code'] : 'INTERNAL';
  const fields = fieldsOf(error['fields']);
  return { ok: false, error: fields === undefined ? { code } : { code, fields } };
};

/** One try. Whatever goes wrong on the way is NETWORK: nobody knows whether it arrived. */
const send = (name: string, data: Readonly<Record<string, unknown>>): Promise<Answer> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(networkFailure), TIMEOUT_MS);
    const settle = (answer: Answer): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    wx.cloud.callFunction({ name, data }).then(
      ({ result }) => settle(readAnswer(result)),
      () => settle(networkFailure),
    );
  });

/**
 * The one call to the cloud. The function is the part of the method before the dot. Sends again by
 * itself, with the same request id, what the catalogue says may be sent again: an act that had
 * arrived is then answered from the log. Never throws for an expected failure.
 */
export const call = async <M extends Method>(
  method: M,
  input: Input<M>,
  { requestId: given, seen }: CallOptions = {},
): Promise<Called<Output<M>>> => {
  const requestId = given ?? (await newRequestId());
  const name = method.slice(0, method.indexOf('.'));
  const data = { method, requestId, input, ...(seen === undefined ? {} : { seen }) };
  let answer = await send(name, data);
  for (const ms of PAUSES_MS) {
    if (answer.ok || !ERRORS[answer.error.code].retry || !SENT_AGAIN.has(answer.error.code)) break;
    await pause(ms);
    answer = await send(name, data);
  }
  // The cloud has put every output through the contract of its method before it answered.
  return answer.ok
    ? { ok: true, value: answer.output as Output<M> }
    : { ...answer, trace: `R-${requestId.slice(0, 4)}` };
};
