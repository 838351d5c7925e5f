export * from './contract';
export * from './industries';
export * from './roles';
export * from './units';
