import { ok } from '@anshao/core';
import { hazardContracts } from '@anshao/core/hazard';
import { actOnCase } from '@anshao/server';

/** The reporter says whether somebody on the spot was told. */
export const tellSite = actOnCase(hazardContracts.tellSite, {
  act: ({ answer }) => ok({ action: 'tellSite', answer }),
  answer: (kase) => ({ id: kase._id, version: kase.version, told: kase.told ?? 'skipped' }),
});
