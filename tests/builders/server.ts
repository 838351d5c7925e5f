import { jest } from '@jest/globals';

export * from './own-cloud';

// Functions in processes of their own: a machine busy with other suites must not fail these.
jest.setTimeout(60_000);
