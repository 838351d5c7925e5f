import { CloudError } from '../errors';
import { APP_ID } from '../functions/context';
import type { FunctionPool } from '../functions/pool';
import type { JsonObject } from '../wire/json';

/** Hands a WeChat message about a person to the function that receives them; its answer as JSON. */
export type Push = (openid: string, event: JsonObject) => Promise<string>;

/**
 * Sends WeChat's messages to the environment's function, in WeChat's own form. No person calls it:
 * the message names one, the context does not.
 * @param target the function; undefined when the environment names none
 */
export function pushTo(pool: FunctionPool, target: string | undefined, now: () => number): Push {
  return async (openid, event) => {
    if (target === undefined) {
      throw new CloudError(
        'INVALID_PARAM',
        'no function receives WeChat messages: name one as "push" in environment.json',
      );
    }
    const message = {
      ToUserName: APP_ID,
      FromUserName: openid,
      CreateTime: Math.floor(now() / 1000),
      ...event,
    };
    return pool.invoke(target, JSON.stringify(message), { source: 'wx_unknown' });
  };
}
