import {
  type ErrorCode,
  type Refusal,
  type Result,
  refuse,
  requestShape,
  type WireAnswer,
  type WireRequest,
} from '@anshao/core';
import * as v from 'valibot';
import { chanceText } from './chance';
import * as clock from './clock';
import { isPassing } from './database';
import { type Caller, callerOf, platformRequestId } from './identity';
import { log } from './log';
import { fieldsOf, type Method } from './method';

/** Errors that any method may answer, besides those in its contract. */
const COMMON: readonly ErrorCode[] = ['BAD_INPUT', 'NO_IDENTITY', 'BUSY', 'INTERNAL'];

type Main = (event: unknown, context: unknown) => Promise<WireAnswer>;

/**
 * Makes a cloud function of its methods. Every call goes the same way, and only here:
 * identity → parse → load → replay check → authorise → decide → write → effects → log
 * (from load to effects: act.ts for acts on a case, the method itself for the rest).
 */
export const defineFunction = (methods: readonly Method[]): Main => {
  const byName = new Map(methods.map((one) => [one.contract.method, one]));
  const timed = methods.find(({ contract }) => contract.who === 'timer');
  return async (event, context) => {
    const now = clock.now();
    const caller = callerOf(context);
    const opened = open(event, context, caller, byName, timed);
    const result = opened.ok ? await run(opened.value, caller, now) : opened;
    const { method, requestId } = opened.ok
      ? { method: opened.value.method.contract.method, requestId: opened.value.request.requestId }
      : { method: 'none', requestId: platformRequestId(context) };
    log.info('call', {
      method,
      requestId,
      code: result.ok ? 'OK' : result.error.code,
      ms: clock.now() - now,
    });
    return result.ok
      ? { ok: true, now, output: result.value }
      : { ok: false, now, error: wireError(result.error) };
  };
};

interface Opened {
  readonly method: Method;
  readonly request: WireRequest;
}

/** Which method is called, if this caller may: one that is not for him does not exist for him. */
const open = (
  event: unknown,
  context: unknown,
  caller: Caller,
  byName: ReadonlyMap<string, Method>,
  timed: Method | undefined,
): Result<Opened> => {
  if (caller.kind === 'nobody') return refuse('NO_IDENTITY');
  if (caller.kind === 'timer') {
    // The platform's timer sends its own event, which says nothing we need.
    if (timed === undefined) return refuse('NOT_FOUND');
    const requestId = platformRequestId(context) || chanceText();
    const request = { method: timed.contract.method, requestId, input: {} };
    return { ok: true, value: { method: timed, request } };
  }
  const parsed = v.safeParse(requestShape, event);
  if (!parsed.success) return refuse('BAD_INPUT', fieldsOf(parsed.issues));
  const method = byName.get(parsed.output.method);
  if (method === undefined) return refuse('NOT_FOUND');
  const refusal = admit(method, caller);
  if (refusal !== undefined) return { ok: false, error: refusal };
  return { ok: true, value: { method, request: parsed.output } };
};

const admit = ({ contract }: Method, caller: Caller): Refusal | undefined => {
  switch (contract.who) {
    case 'anyone':
    case 'person':
    case 'member':
      return caller.kind === 'person' ? undefined : { code: 'NO_IDENTITY' };
    case 'functions':
      return caller.kind === 'function' ? undefined : { code: 'NOT_FOUND' };
    case 'timer':
      return { code: 'NOT_FOUND' };
  }
};

const run = async (
  { method, request }: Opened,
  caller: Caller,
  now: number,
): Promise<Result<unknown>> => {
  const { requestId, seen, input } = request;
  const openid = caller.kind === 'person' ? caller.openid : '';
  const { contract } = method;
  try {
    const result = await method.run(input, { now, requestId, seen, openid });
    if (result.ok) return result;
    const { code } = result.error;
    if (COMMON.includes(code) || contract.errors.includes(code)) return result;
    throw new Error(`${contract.method} may not answer ${code}`);
  } catch (error) {
    if (isPassing(error)) {
      log.warn('busy', { method: contract.method, requestId, error: String(error) });
      return refuse('BUSY');
    }
    log.error('bug', error, { method: contract.method, requestId });
    return refuse('INTERNAL');
  }
};

const wireError = (refusal: Refusal): { code: ErrorCode; fields?: Record<string, string> } =>
  refusal.fields === undefined
    ? { code: refusal.code }
    : { code: refusal.code, fields: { ...refusal.fields } };
