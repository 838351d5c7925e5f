import type { Case, Effect, EffectJob } from '@anshao/core/hazard';
import { isHandlingRole } from '@anshao/core/org';
import { cases, type Member, members } from '../documents';
import { unitIn, worldWith } from '../world';
import { askIdentity } from './ask-identity';
import { claimWechat, deliver, entryOf } from './entry';

type Job = Extract<EffectJob, { kind: 'tellUnit' }>;

/** So many people at a time; the effect keeps a cursor between. */
const PEOPLE_A_STEP = 50;

/** Tells everybody who handles cases in a unit: inbox, and WeChat where a message was accepted. */
export const tellUnit = async (kase: Case, effect: Effect, job: Job): Promise<void> => {
  const unit = unitIn(await worldWith(job.unit), job.unit);
  for (let after = effect.cursor ?? ''; ; ) {
    const found = await members.find(
      { 'posts.unit': job.unit, _id: { gt: after } },
      { order: { _id: 'asc' }, limit: PEOPLE_A_STEP },
    );
    await tell(kase, effect, job, unit.unionName, found);
    if (found.length < PEOPLE_A_STEP) return;
    after = found[found.length - 1]?._id ?? after;
    await cases.change(
      { _id: kase._id, 'pending.id': effect.id },
      { set: { 'pending.$.cursor': after } },
    );
  }
};

const tell = async (
  kase: Case,
  effect: Effect,
  job: Job,
  unitName: string,
  found: readonly Member[],
): Promise<void> => {
  const handlers = found.filter(({ posts }) =>
    posts.some(({ unit, role }) => unit === job.unit && isHandlingRole(role)),
  );
  const told = handlers.map((member) => ({
    member,
    entry: entryOf(kase, effect, {
      key: member._id,
      notice: job.notice,
      unit: { id: job.unit, name: unitName },
    }),
  }));
  await deliver(told.map(({ entry }) => entry));
  for (const { member, entry } of told) {
    if (member.accepts < 1 || !(await claimWechat(entry))) continue;
    const to = { kind: 'person' as const, person: member._id };
    await askIdentity({ to, notice: job.notice, caseId: kase._id, at: entry.at });
  }
};
