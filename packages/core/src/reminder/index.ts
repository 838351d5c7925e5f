export * from './contract';
export * from './fit-keyword';
export * from './notices';
