import { inRoot } from '../lib/paths';
import { runNode } from '../lib/run';
import type { Check } from './check';

/** A check that is a tool of npm's: its own words when it does not end with 0. */
function tool(name: string, about: string, args: readonly string[]): Check {
  return {
    name,
    about,
    async run() {
      const { code, output } = await runNode(args, {
        env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
      });
      return code === 0 ? [] : [output.trim() || `${name} ended with ${code}`];
    },
  };
}

export const format = tool('format', 'lint and format', [
  inRoot('node_modules', '@biomejs', 'biome', 'bin', 'biome'),
  ...['check', '.', '--colors=off', '--reporter=concise', '--max-diagnostics=100'],
  // Pages are written by hand and read by people: their tables need no padding.
  ...['--error-on-warnings', '--md-formatter-enabled=false'],
]);

export const imports = tool('imports', 'who may import whom', [
  inRoot('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
  ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
  ...['packages', 'cloudfunctions', 'miniprogram', 'scripts', 'tests'],
]);
