import fs from 'node:fs';
import path from 'node:path';
import { foldersIn, writeIfChanged } from '../lib/files';
import { inRoot } from '../lib/paths';
import { PlainError } from '../lib/plain-error';
import { bundle, externalsOf, inputsOf } from './bundle';
import { isFresh, remember } from './cache';
import { loadedWhenFirstUsed } from './first-use';
import { withoutUnusedSdkParts } from './stub';
import { type Built, kilobytes, type Target } from './target';

/** Native code cannot be bundled: the function that loads it lists it in its package.json. */
const NATIVE = ['@napi-rs/image'];

/** The functions that have a source, by name. */
export function functionNames(): string[] {
  return foldersIn(inRoot('cloudfunctions')).filter((name) =>
    fs.existsSync(inRoot('cloudfunctions', name, 'src', 'index.ts')),
  );
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function manifestOf(name: string): Manifest {
  return JSON.parse(fs.readFileSync(inRoot('cloudfunctions', name, 'package.json'), 'utf8'));
}

/** Versions of what stays outside the bundle, from the function's own package.json. */
function outsideOf(name: string, externals: readonly string[]): Record<string, string> {
  const listed = manifestOf(name).dependencies ?? {};
  const outside: Record<string, string> = {};
  for (const external of externals) {
    const version = listed[external];
    if (version === undefined) {
      throw new PlainError(
        `云函数 ${name} 用到 ${external}，要写进 cloudfunctions/${name}/package.json 的 dependencies。` +
          ` Function ${name} loads ${external}: list it in its package.json.`,
      );
    }
    outside[external] = version;
  }
  return outside;
}

/** What is put on CloudBase: the bundle, its settings, and only what the cloud must install. */
function writeUpload(name: string, code: string, outside: Record<string, string>): string[] {
  const folder = inRoot('dist', 'functions', name);
  const { version } = manifestOf(name);
  const files: [string, string][] = [
    ['index.js', code],
    ['package.json', `${JSON.stringify(uploadManifest(name, version, outside), null, 2)}\n`],
  ];
  const config = inRoot('cloudfunctions', name, 'config.json');
  if (fs.existsSync(config)) files.push(['config.json', fs.readFileSync(config, 'utf8')]);
  return files.map(([file, content]) => {
    writeIfChanged(path.join(folder, file), content);
    return path.join(folder, file);
  });
}

function uploadManifest(name: string, version: string, dependencies: Record<string, string>) {
  return { name, version, private: true, main: 'index.js', dependencies };
}

async function buildFunction(name: string): Promise<Built> {
  const target = `function-${name}`;
  const output = inRoot('cloudfunctions', name, 'index.js');
  if (isFresh(target)) {
    const size = fs.statSync(output).size;
    return { target: name, skipped: true, note: kilobytes(size) };
  }
  const { metafile, text } = await bundle(`云函数 ${name}`, {
    entryPoints: [inRoot('cloudfunctions', name, 'src', 'index.ts')],
    outfile: output,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    external: NATIVE,
    plugins: [withoutUnusedSdkParts, loadedWhenFirstUsed],
  });
  const outside = outsideOf(name, externalsOf(metafile));
  writeIfChanged(output, text);
  const uploads = writeUpload(name, text, outside);
  const settings = ['package.json', 'config.json'].map((f) => inRoot('cloudfunctions', name, f));
  remember(target, [...inputsOf(metafile), ...settings], [output, ...uploads]);
  const names = Object.keys(outside);
  const apart = names.length === 0 ? '' : `, installed in the cloud: ${names.join(', ')}`;
  return { target: name, skipped: false, note: kilobytes(Buffer.byteLength(text)) + apart };
}

/** One target for each cloud function: cloudfunctions/<name>/index.js and dist/functions/<name>. */
export function functionTargets(): Target[] {
  return functionNames().map((name) => ({ name, run: () => buildFunction(name) }));
}
