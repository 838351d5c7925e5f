import { defineFunction } from '@anshao/server';
import { acknowledge } from './acknowledge';
import { confirm } from './confirm';
import { decline } from './decline';
import { detail } from './detail';
import { mine } from './mine';
import { photo } from './photo';
import { progress } from './progress';
import { proof } from './proof';
import { queue } from './queue';
import { report } from './report';
import { slots } from './slots';
import { tellSite } from './tell-site';
import { undo } from './undo';

export const main = defineFunction([
  slots,
  photo,
  report,
  tellSite,
  mine,
  progress,
  queue,
  detail,
  acknowledge,
  undo,
  confirm,
  decline,
  proof,
]);
