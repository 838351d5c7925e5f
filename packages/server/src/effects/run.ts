import type { Case, Effect } from '@anshao/core/hazard';
import { takeReadyPhotos } from '../photos/take';
import { deleteFiles } from '../storage';
import { tellReporter } from './tell-reporter';
import { tellUnit } from './tell-unit';

/** Carries out one effect. It may have been carried out before: doing it again changes nothing. */
export const run = (kase: Case, effect: Effect): Promise<void> => {
  const job = effect.do;
  switch (job.kind) {
    case 'tellReporter':
      return tellReporter(kase, effect, job);
    case 'tellUnit':
      return tellUnit(kase, effect, job);
    case 'takePhotos':
      return takeReadyPhotos(job.slots, kase);
    case 'deleteFiles':
      return deleteFiles(job.files);
  }
};
