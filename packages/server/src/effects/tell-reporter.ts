import type { Case, Effect, EffectJob } from '@anshao/core/hazard';
import { accepts } from '../documents';
import { askIdentity } from './ask-identity';
import { claimWechat, deliver, entryOf } from './entry';

type Job = Extract<EffectJob, { kind: 'tellReporter' }>;

/** Tells the reporter: in the inbox always, by WeChat if one message was accepted for this case. */
export const tellReporter = async (kase: Case, effect: Effect, job: Job): Promise<void> => {
  const entry = entryOf(kase, effect, { key: job.alias, notice: job.notice });
  await deliver([entry]);
  const accepted = await accepts.get(job.alias);
  if (accepted === undefined || accepted.left < 1) return;
  if (!(await claimWechat(entry))) return;
  await askIdentity({
    to: { kind: 'reporter', alias: job.alias },
    notice: job.notice,
    caseId: kase._id,
    at: entry.at,
  });
};
