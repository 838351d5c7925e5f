export * from './base32';
export * from './bytes';
export * from './hash';
