import { hazardContracts } from '@anshao/core/hazard';
import { actOnCase } from '@anshao/server';
import { actedView } from './views';

/** 属实: somebody went and saw; from here on the union's own words stand for the hazard. */
export const confirm = actOnCase(hazardContracts.confirm, {
  act: ({ level, criteria, wording }) => ({ action: 'confirm', level, criteria, wording }),
  answer: actedView,
});
