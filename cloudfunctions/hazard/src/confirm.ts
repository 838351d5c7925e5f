import { ok, refuse } from '@anshao/core';
import { hazardContracts, isCriterionId } from '@anshao/core/hazard';
import { actOnCase } from '@anshao/server';
import { actedView } from './views';

/** 属实: somebody went and saw; from here on the union's own words stand for the hazard. */
export const confirm = actOnCase(hazardContracts.confirm, {
  act: ({ level, criteria, wording }) =>
    criteria.every(isCriterionId)
      ? ok({ action: 'confirm', level, criteria, wording })
      : refuse('BAD_INPUT', { criteria: '没有这一条，请重新选' }),
  answer: actedView,
});
