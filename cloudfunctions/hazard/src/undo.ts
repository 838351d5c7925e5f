import { ok } from '@anshao/core';
import { hazardContracts } from '@anshao/core/hazard';
import { actOnCase } from '@anshao/server';
import { actedView } from './views';

/** 撤回 one's own 受理, as if it had not been; the record shows both. */
export const undo = actOnCase(hazardContracts.undo, {
  act: () => ok({ action: 'undo' }),
  answer: actedView,
});
