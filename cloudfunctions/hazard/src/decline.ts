import { ok } from '@anshao/core';
import { hazardContracts } from '@anshao/core/hazard';
import { actOnCase } from '@anshao/server';
import { actedView } from './views';

/** 不属实 or 未受理, with a reason; the superior union looks at it again. */
export const decline = actOnCase(hazardContracts.decline, {
  act: ({ outcome, reason }) =>
    ok({ action: outcome === 'notTrue' ? 'declineNotTrue' : 'declineNotAccepted', reason }),
  answer: actedView,
});
