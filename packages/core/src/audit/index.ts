export * from './chain';
export * from './mark';
