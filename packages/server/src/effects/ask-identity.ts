import { type InputOf, requestShape } from '@anshao/core';
import type { identityContracts } from '@anshao/core/reminder';
import * as v from 'valibot';
import { chanceText } from '../chance';
import { sdk } from '../database/app';
import { asked } from '../database/errors';
import { log } from '../log';

const answerShape = v.object({
  ok: v.boolean(),
  output: v.optional(v.object({ outcome: v.string() })),
});

/**
 * Asks `identity`, the one sender, for a WeChat message. The inbox holds the news already, so an
 * unclear answer is only noted.
 */
export const askIdentity = async (input: InputOf<typeof identityContracts.send>): Promise<void> => {
  const data = { method: 'identity.send', requestId: chanceText(), input };
  v.assert(requestShape, data);
  try {
    const answer = await asked('identity', () => sdk().callFunction({ name: 'identity', data }));
    const { ok, output } = v.parse(answerShape, answer.result);
    log.info('wechat', { outcome: ok ? (output?.outcome ?? 'none') : 'refused' });
  } catch (error) {
    log.error('identity did not answer', error);
  }
};
