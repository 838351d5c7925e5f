export * from './base32';
export * from './hash';
