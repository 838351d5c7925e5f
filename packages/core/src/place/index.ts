export * from './contract';
export * from './equipment';
export type { Look } from './looks';
export * from './three-things';
