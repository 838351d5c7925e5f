import fs from 'node:fs';
import path from 'node:path';
import { filesIn, writeIfChanged } from '../lib/files';
import { inRoot, shown } from '../lib/paths';
import { PlainError } from '../lib/plain-error';
import { runNode } from '../lib/run';
import { bundle, inputsOf } from './bundle';
import { isFresh, remember } from './cache';
import { type Built, kilobytes, type Target } from './target';

const vendor = inRoot('miniprogram', 'vendor');
const sources = inRoot('packages', 'core', 'src');

/** What the phone may use of core: phone.ts when there is one, else all of it. */
function entry(): string {
  const phone = path.join(sources, 'phone.ts');
  return fs.existsSync(phone) ? phone : path.join(sources, 'index.ts');
}

function refuseEval(code: string): void {
  const found = /\beval\s*\(|new Function\b/.exec(code);
  if (found === null) return;
  throw new PlainError(`core 里有 ${found[0]}，微信不允许。WeChat forbids it in miniprogram/.`);
}

async function buildCode(): Promise<Built> {
  const output = path.join(vendor, 'core.js');
  if (isFresh('core')) {
    return { target: 'core', skipped: true, note: kilobytes(fs.statSync(output).size) };
  }
  const { metafile, text } = await bundle('core', {
    entryPoints: [entry()],
    outfile: output,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2018',
    format: 'cjs',
    minify: true,
    // Names stay readable in errors that come back from phones; they cost little.
    minifyIdentifiers: false,
  });
  refuseEval(text);
  writeIfChanged(output, text);
  remember('core', [...inputsOf(metafile), path.join(sources, 'phone.ts')], [output]);
  return { target: 'core', skipped: false, note: kilobytes(Buffer.byteLength(text)) };
}

/** Makes `target` hold what `source` holds, and nothing more; `source` is gone afterwards. */
function moveFiles(source: string, target: string): void {
  const names = new Set(filesIn(source).map((file) => path.relative(source, file)));
  for (const name of names) {
    writeIfChanged(path.join(target, name), fs.readFileSync(path.join(source, name)));
  }
  for (const file of filesIn(target)) {
    if (!names.has(path.relative(target, file))) fs.rmSync(file, { force: true });
  }
  fs.rmSync(source, { recursive: true, force: true });
}

/**
 * Types for the phone: declarations made by the compiler lie beside the bundle, and core.d.ts
 * points at those of the entry. They are made even when core has type errors, which are the
 * business of `npm run check`, so that an edit does not stop the preview.
 */
async function buildTypes(): Promise<Built> {
  const types = path.join(vendor, 'types');
  const index = path.join(vendor, 'core.d.ts');
  const inputs = filesIn(sources, (file) => file.endsWith('.ts'));
  const list = inRoot('.cache', 'build', 'core-sources.txt');
  writeIfChanged(list, [shown(entry()), ...inputs.map((file) => shown(file))].join('\n'));
  if (isFresh('core-types')) return { target: 'core types', skipped: true, note: '' };
  // Made apart, so that two builds at once never see each other's half.
  const fresh = inRoot('.cache', 'build', `types-${process.pid}`);
  const { output } = await runNode([
    inRoot('node_modules', 'typescript', 'bin', 'tsc'),
    ...['-p', inRoot('packages', 'core'), '--noEmit', 'false', '--declaration'],
    ...['--emitDeclarationOnly', '--rootDir', sources, '--outDir', fresh],
  ]);
  const made = path.basename(entry(), '.ts');
  if (!fs.existsSync(path.join(fresh, `${made}.d.ts`))) {
    throw new PlainError(`core 的类型没有生成 core's types were not made:\n${output}`);
  }
  moveFiles(fresh, types);
  writeIfChanged(index, `export * from './types/${made}';\n`);
  const outputs = filesIn(types);
  remember(
    'core-types',
    [...inputs, list, inRoot('packages', 'core', 'tsconfig.json')],
    [...outputs, index],
  );
  return { target: 'core types', skipped: false, note: `${outputs.length} files` };
}

/** miniprogram/vendor/core.js and its types. */
export const coreTargets: readonly Target[] = [
  { name: 'core', run: buildCode },
  { name: 'core-types', run: buildTypes },
];
