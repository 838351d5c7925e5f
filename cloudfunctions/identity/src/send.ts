import { type InputOf, ok, refuse } from '@anshao/core';
import { identityContracts, NOTICE_TEXT } from '@anshao/core/reminder';
import { internal } from '@anshao/server';
import { accepts, identities, members } from '@anshao/server/documents';
import { log } from '@anshao/server/log';
import { identityIdsOf } from '@anshao/server/people';
import { unseal } from '@anshao/server/seal';
import { liveKeys } from '@anshao/server/secrets';
import { sendMessage } from '@anshao/server/wechat';

type Input = InputOf<typeof identityContracts.send>;

/**
 * Sends one WeChat message to a sealed identity. The accept is spent before the message goes: an
 * answer that is lost costs a message rather than sending it twice.
 */
export const send = internal(identityContracts.send, async (input) => {
  const sealed = await sealedOf(input.to);
  if (sealed === undefined) return refuse('NOT_FOUND');
  if (!(await spend(input.to))) return ok({ outcome: 'noQuota' as const });
  const { head, hint } = NOTICE_TEXT[input.notice];
  const { outcome, errcode } = await sendMessage({
    openid: open(sealed),
    template: input.to.kind === 'reporter' ? 'progress' : 'duty',
    page: pageOf(input),
    values: [head, hint, input.at],
  });
  if (outcome === 'noQuota') await forgetAccepts(input.to);
  log.info('message', { outcome, errcode });
  return ok({ outcome });
});

const sealedOf = async (to: Input['to']): Promise<string | undefined> => {
  if (to.kind === 'person') return (await members.get(to.person))?.sealed;
  const [row] = await identities.find({ _id: { in: identityIdsOf(to.alias) } }, { limit: 1 });
  return row?.sealed;
};

const spend = (to: Input['to']): Promise<boolean> =>
  to.kind === 'reporter'
    ? accepts.change({ _id: to.alias, left: { gt: 0 } }, { increase: { left: -1 } })
    : members.change({ _id: to.person, accepts: { gt: 0 } }, { increase: { accepts: -1 } });

/** WeChat knows better than our count: the person has none left. */
const forgetAccepts = async (to: Input['to']): Promise<void> => {
  if (to.kind === 'person') await members.change({ _id: to.person }, { set: { accepts: 0 } });
};

const open = (sealed: string): string => {
  const [id = '', text = ''] = sealed.split('.');
  const key = liveKeys('sealPrivate').find((live) => live.id === id);
  if (key === undefined) throw new Error('the key to an identity is gone');
  return unseal(text, key.bytes);
};

const pageOf = ({ to, caseId }: Input): string =>
  to.kind === 'reporter'
    ? `subpackages/hazard/progress/progress?id=${caseId}`
    : `subpackages/hazard/verify/verify?id=${caseId}`;
