import { defineFunction } from '@anshao/server';
import { add } from './add';
import { list } from './list';
import { page } from './page';

export const main = defineFunction([page, add, list]);
