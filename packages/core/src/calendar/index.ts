export * from './plain-date';
export * from './working-days';
