export { type Collection, collection, type Reader, reader } from './collection';
export { Busy, isPassing } from './errors';
export type { Filter } from './filter';
export type { Patch } from './patch';
