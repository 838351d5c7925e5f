import type { Case, Change } from './case';

/**
 * The case as it stands after a change, exactly as the store writes it: fields set or removed,
 * events and effects appended, effects pulled by id, version one higher.
 */
export const applyChange = (kase: Case, change: Change): Case => {
  const next: { -readonly [K in keyof Case]: Case[K] } = {
    ...kase,
    ...change.set,
    version: kase.version + 1,
    log: [...kase.log, ...change.events],
    pending: [
      ...kase.pending.filter((effect) => !change.pull.includes(effect.id)),
      ...change.effects,
    ],
  };
  for (const field of change.remove) delete next[field];
  return next;
};
