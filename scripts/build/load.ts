import { createRequire } from 'node:module';
import path from 'node:path';
import { writeIfChanged } from '../lib/files';
import { inRoot } from '../lib/paths';
import { bundle, inputsOf } from './bundle';
import { withoutUnusedSdkParts } from './stub';

const require = createRequire(inRoot('package.json'));

/**
 * Loads a TypeScript module of the repository as it is on disk now, however often it was loaded
 * before: `npm start` must see an edit of what it generates from.
 * @returns the module's exports and the files it was made of
 */
export async function loadFresh(
  entry: string,
): Promise<{ exports: Readonly<Record<string, unknown>>; inputs: string[] }> {
  const output = inRoot('.cache', 'build', 'loaded', `${path.basename(entry, '.ts')}.cjs`);
  const { metafile, text } = await bundle(path.basename(entry), {
    entryPoints: [entry],
    outfile: output,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['@napi-rs/image'],
    plugins: [withoutUnusedSdkParts],
  });
  writeIfChanged(output, text);
  delete require.cache[output];
  return { exports: require(output), inputs: inputsOf(metafile) };
}
