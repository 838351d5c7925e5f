export * from './contract';
export * from './notices';
