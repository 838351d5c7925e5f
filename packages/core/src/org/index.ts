export * from './contract';
export * from './roles';
export * from './units';
