import type { Plugin } from 'esbuild';

/**
 * Packages that work while they load and that most calls never ask: a function loads them when one
 * of their exports is first touched. Their importers take the default export and touch its fields.
 */
const HEAVY = /^(chinese-days|dayjs)$/;

const NAMESPACE = 'first-use';

/** A default export that loads the package behind it when it is first touched. */
function standIn(name: string): string {
  return `
let loaded;
const load = () => (loaded ??= require(${JSON.stringify(name)}));
export default new Proxy({}, { get: (_, name) => load()[name], has: (_, name) => name in load() });
`;
}

/** esbuild plugin that defers the evaluation of heavy packages to their first use. */
export const loadedWhenFirstUsed: Plugin = {
  name: 'loaded-when-first-used',
  setup(build) {
    build.onResolve({ filter: HEAVY }, ({ path, namespace, resolveDir }) =>
      // The stand-in's own require means the package itself.
      namespace === NAMESPACE
        ? undefined
        : { path, namespace: NAMESPACE, pluginData: { resolveDir } },
    );
    build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path, pluginData }) => ({
      contents: standIn(path),
      loader: 'js',
      resolveDir: pluginData.resolveDir,
    }));
  },
};
