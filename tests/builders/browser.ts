import { describe } from '@jest/globals';
import { hasBrowser } from '../../scripts/lib/headless';

export { launchBrowser } from '../../scripts/lib/headless';

/**
 * A `describe` which is skipped on a machine without a browser, but never under CI: there the
 * tests in it fail.
 */
export const describeInBrowser =
  hasBrowser || process.env['CI'] !== undefined ? describe : describe.skip;
