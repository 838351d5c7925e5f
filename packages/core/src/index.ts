/** Everything the phone and the cloud share, by room. */
export * from './audit';
export * from './calendar';
export * from './codes';
export * from './contract';
export * from './errors';
export * from './hazard';
export type { Json } from './json';
export * from './org';
export * from './place';
export * from './reminder';
export * from './result';
