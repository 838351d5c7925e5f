import { defineFunction } from '@anshao/server';
import { send } from './send';

export const main = defineFunction([send]);
