import type { Plugin } from 'esbuild';

/**
 * Parts of the CloudBase SDK that no function uses and that cost half of its load time.
 * The SDK itself stays unmodified: only these two packages are replaced, by code that fails
 * loudly when somebody does use them.
 */
const UNUSED = /^@cloudbase\/(ai|wx-cloud-client-sdk)$/;

/** `init()` makes the models client at once, so that alone must succeed and its use must fail. */
const STUB = `
function unused(name) {
  throw new Error(name + ' is not part of this bundle (scripts/build/stub.ts)');
}
exports.AI = class { constructor() { unused('@cloudbase/ai'); } };
exports.default = {
  generateHTTPClient: () => new Proxy({}, { get: () => unused('app.models') }),
  generateMySQLClient: () => unused('app.mysql and app.rdb'),
};
Object.defineProperty(exports, '__esModule', { value: true });
`;

/** esbuild plugin that puts the stub in the place of the unused packages. */
export const withoutUnusedSdkParts: Plugin = {
  name: 'without-unused-sdk-parts',
  setup(build) {
    build.onResolve({ filter: UNUSED }, (found) => ({ path: found.path, namespace: 'stub' }));
    build.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: STUB, loader: 'js' }));
  },
};
