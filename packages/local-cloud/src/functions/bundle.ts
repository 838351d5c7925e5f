import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/**
 * Bundles the inside of an instance into one plain file, so that a function starts without a
 * TypeScript loader.
 * @param cache the folder it goes to; made when missing
 * @returns the file's path
 */
export function bundleHost(cache: string): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const built = buildSync({
    entryPoints: [path.join(here, 'host', 'main.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    write: false,
  });
  const code = built.outputFiles[0]?.text ?? '';
  const name = `host-${createHash('sha256').update(code).digest('hex').slice(0, 12)}.cjs`;
  const file = path.join(cache, name);
  if (!fs.existsSync(file)) {
    fs.mkdirSync(cache, { recursive: true });
    const draft = `${file}.${process.pid}`;
    fs.writeFileSync(draft, code);
    fs.renameSync(draft, file);
  }
  return file;
}
