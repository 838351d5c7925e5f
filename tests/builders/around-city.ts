import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { foundCity, startServer, type TestCity, type TestServer } from './server';

/**
 * Gives a suite the real stack with a founded city; after each test faults are off and the clock
 * is right again.
 */
export const aroundCity = (use: (server: TestServer, city: TestCity) => void): void => {
  let server: TestServer | undefined;
  beforeAll(async () => {
    server = await startServer();
    use(server, await foundCity(server));
  }, 60_000);
  afterEach(async () => {
    await server?.local('faults', []);
    await server?.local('clock', { shiftMs: 0 });
  });
  afterAll(() => server?.close());
};
