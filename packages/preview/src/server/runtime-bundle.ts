import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface RuntimeBundle {
  readonly script: string;
  readonly style: string;
}

const source = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

let bundle: Promise<RuntimeBundle> | undefined;

/** The preview's own part of the page, bundled once a process. */
export function runtimeBundle(): Promise<RuntimeBundle> {
  bundle ??= bundleRuntime();
  return bundle;
}

async function bundleRuntime(): Promise<RuntimeBundle> {
  const result = await build({
    entryPoints: [path.join(source, 'runtime/entry.ts')],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    target: 'es2022',
    sourcemap: 'inline',
    sourcesContent: false,
    legalComments: 'none',
    // The engine's development mode marks every call for the browser's profiler.
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: {
      'glass-easel': esm('glass-easel', 'glass_easel.all.es.js'),
      'glass-easel-miniprogram-adapter': esm(
        'glass-easel-miniprogram-adapter',
        'glass_easel_miniprogram_adapter.es.js',
      ),
    },
    // Images in style sheets are addresses of this server.
    external: ['/preview/*', '/project/*'],
    logLevel: 'silent',
  });
  const text = (ending: string) =>
    result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}

/** Both packages must share one engine: the same file for both. */
function esm(pack: string, file: string): string {
  return path.join(path.dirname(require.resolve(`${pack}/package.json`)), 'dist', file);
}
