import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../build/build';
import { filesIn, foldersIn } from '../lib/files';
import { writeSection } from '../lib/marked-section';
import { installFolder } from '../lib/npm';
import { inRoot, shown } from '../lib/paths';
import { PlainError, runMain } from '../lib/plain-error';

/** One line of the table; tests/bench/bench.ts says what each field means. */
interface Row {
  readonly what: string;
  readonly measured: string;
  readonly against: string;
  readonly figure: string;
  readonly promise?: string;
  readonly holds: boolean;
  readonly asserted: boolean;
}

interface Bench {
  readonly name: string;
  readonly run: () => Promise<readonly Row[]>;
}

function isBench(value: unknown): value is Bench {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'run' in value &&
    typeof value.run === 'function'
  );
}

async function load(file: string): Promise<Bench> {
  const module: Record<string, unknown> = await import(pathToFileURL(file).href);
  if (isBench(module['bench'])) return module['bench'];
  throw new PlainError(`${shown(file)} does not export bench: { name, run }`);
}

function tableOf(rows: readonly { bench: string; row: Row }[]): string {
  const lines = rows.map(({ bench, row }) => {
    const { what, measured, against, figure, promise, holds } = row;
    const kept = promise === undefined ? '' : holds ? 'yes' : '**no**';
    const cells = [bench, what, measured, against, figure, promise ?? '', kept];
    return `| ${cells.join(' | ')} |`;
  });
  const machine = `Node ${process.versions.node}, ${os.availableParallelism()} cores, ${os.platform()} ${os.arch()}`;
  return [
    `${machine}.`,
    '',
    '| bench | what | measured | held against | figure | promise | holds |',
    '|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

/** The plain versions that we are measured against have packages of their own. */
async function installBaselines(): Promise<void> {
  for (const name of ['.', ...foldersIn(inRoot('tests', 'bench'))]) {
    const folder = inRoot('tests', 'bench', name);
    const isNew = !fs.existsSync(path.join(folder, 'node_modules'));
    if (isNew && fs.existsSync(path.join(folder, 'package-lock.json'))) await installFolder(folder);
  }
}

runMain(async () => {
  const wanted = process.argv.slice(2);
  const files = filesIn(inRoot('tests', 'bench'), (file) => file.endsWith('.bench.ts')).filter(
    (file) => wanted.length === 0 || wanted.some((part) => file.includes(part)),
  );
  if (files.length === 0) throw new PlainError('没有这样的测量 there is no such benchmark');
  await build({ quiet: true });
  await installBaselines();
  const rows: { bench: string; row: Row }[] = [];
  for (const file of files) {
    const bench = await load(file);
    console.log(`${bench.name} …`);
    for (const row of await bench.run()) {
      rows.push({ bench: bench.name, row });
      const mark = row.promise === undefined ? '·' : row.holds ? '✓' : '✗';
      const sides = row.against === '' ? '' : ` (${row.measured} ÷ ${row.against})`;
      console.log(`  ${mark} ${row.what}: ${row.figure} ${row.promise ?? ''}${sides}`);
    }
  }
  const table = tableOf(rows);
  if (wanted.length === 0) writeSection(inRoot('docs', 'benchmarks.md'), 'bench', table);
  // The SDK looks for the platform's inner address again and again; offline these questions would
  // keep this process for minutes.
  process.exit(rows.every(({ row }) => row.holds || !row.asserted) ? 0 : 1);
});
