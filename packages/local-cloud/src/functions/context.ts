import type { FunctionConfig } from './config';

/** Where a call comes from: the platform's word, never the caller's. */
export interface Caller {
  /** The chain of callers, as the platform writes it: `wx_client`, `wx_client,scf`, `wx_trigger`. */
  readonly source: string;
  /** The person, when a phone calls. */
  readonly openid?: string;
  /** Set when a timer calls. */
  readonly timer?: boolean;
}

/** One event on its way into an instance. */
export interface Invocation {
  readonly id: string;
  /** The event as JSON. */
  readonly event: string;
  readonly caller: Caller;
}

export const APP_ID = 'wx0000000000000000';

/** The environment that a call adds to the instance's own: process variables and context alike. */
export function callEnvironment(
  environmentId: string,
  invocation: Invocation,
  token: string,
): Record<string, string> {
  const { caller } = invocation;
  const wx: Record<string, string> = { WX_APPID: APP_ID };
  if (caller.openid !== undefined) {
    wx['WX_OPENID'] = caller.openid;
    wx['WX_UNIONID'] = '';
    wx['WX_CLIENTIP'] = '127.0.0.1';
  }
  // A timer has a token of its own kind; the SDK picks by TRIGGER_SRC.
  wx[caller.timer === true ? 'WX_TRIGGER_API_TOKEN_V0' : 'WX_API_TOKEN'] = token;
  const tcb: Record<string, string> = {
    TCB_ENV: environmentId,
    TCB_SEQID: invocation.id,
    TCB_SOURCE: caller.source,
  };
  return {
    ...wx,
    ...tcb,
    ...(caller.timer === true ? { TRIGGER_SRC: 'timer' } : {}),
    WX_CONTEXT_KEYS: Object.keys(wx).join(','),
    TCB_CONTEXT_KEYS: Object.keys(tcb).join(','),
  };
}

/** The `context` argument of a function. */
export function callContext(
  environmentId: string,
  functionName: string,
  config: FunctionConfig,
  invocation: Invocation,
  environment: Record<string, string>,
): Record<string, unknown> {
  return {
    memory_limit_in_mb: config.memoryMb,
    time_limit_in_ms: config.timeoutSeconds * 1000,
    request_id: invocation.id,
    function_name: functionName,
    function_version: '$LATEST',
    namespace: environmentId,
    environ: Object.entries(environment)
      .map(([key, value]) => `${key}=${value}`)
      .join(';'),
    environment: JSON.stringify(environment),
  };
}
