import { defineFunction } from '@anshao/server';
import { sweep } from './sweep';

export const main = defineFunction([sweep]);
