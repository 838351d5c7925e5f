import { ok } from '@anshao/core';
import { hazardContracts } from '@anshao/core/hazard';
import { actOnCase } from '@anshao/server';
import { actedView } from './views';

/** 受理: the union has it on its table; ten seconds to take it back. */
export const acknowledge = actOnCase(hazardContracts.acknowledge, {
  act: () => ok({ action: 'acknowledge' }),
  answer: actedView,
});
