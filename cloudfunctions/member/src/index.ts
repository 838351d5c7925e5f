import { defineFunction } from '@anshao/server';
import { accept } from './accept';
import { addUnit } from './add-unit';
import { found } from './found';
import { inbox } from './inbox';
import { invite } from './invite';
import { read } from './read';
import { remindMe } from './remind-me';
import { sync } from './sync';
import { units } from './units';

export const main = defineFunction([
  sync,
  found,
  addUnit,
  units,
  invite,
  accept,
  inbox,
  read,
  remindMe,
]);
