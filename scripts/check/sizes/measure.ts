import fs from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { filesIn } from '../../lib/files';

/** What WeChat packs, by extension; everything else stays at home. */
const PACKED = new Set(
  'js ts json wxml wxss wxs png jpg jpeg gif svg webp cer mp3 aac m4a mp4 wav ogg ttf wasm br'.split(
    ' ',
  ),
);

interface AppConfig {
  readonly subPackages?: readonly { readonly root: string }[];
  readonly subpackages?: readonly { readonly root: string }[];
}

/** Bytes of one package and of its largest files. */
export interface PackageSize {
  /** The subpackage's root, or "main". */
  readonly name: string;
  readonly bytes: number;
  readonly largest: readonly { readonly file: string; readonly bytes: number }[];
}

/** Bytes that a file takes in the package: TypeScript counts as the script DevTools makes of it. */
function packedBytes(file: string): number {
  if (!PACKED.has(path.extname(file).slice(1)) || file.endsWith('.d.ts')) return 0;
  if (!file.endsWith('.ts')) return fs.statSync(file).size;
  const source = fs.readFileSync(file, 'utf8');
  const { code } = transformSync(source, { loader: 'ts', format: 'cjs', target: 'es2018' });
  return Buffer.byteLength(code);
}

/**
 * Sizes as WeChat counts them: each file under a subpackage's root belongs to it, all others to
 * the main package. Nothing is minified and no unused file is dropped, which DevTools may do on
 * upload: the real package is never larger than these numbers.
 */
export function packageSizes(project: string): PackageSize[] {
  const app: AppConfig = JSON.parse(fs.readFileSync(path.join(project, 'app.json'), 'utf8'));
  const roots = [...(app.subPackages ?? []), ...(app.subpackages ?? [])].map(
    ({ root }) => `${root.replace(/^\/|\/$/g, '')}/`,
  );
  const packages = new Map<string, { file: string; bytes: number }[]>([['main', []]]);
  for (const root of roots) packages.set(root, []);
  for (const file of filesIn(project)) {
    const name = path.relative(project, file).split(path.sep).join('/');
    if (name === 'tsconfig.json') continue;
    const owner = roots.find((root) => name.startsWith(root)) ?? 'main';
    packages.get(owner)?.push({ file: name, bytes: packedBytes(file) });
  }
  return [...packages].map(([name, files]) => ({
    name,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    largest: files.sort((a, b) => b.bytes - a.bytes).slice(0, 3),
  }));
}
