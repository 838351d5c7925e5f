import fs from 'node:fs';
import { writeIfChanged } from '../lib/files';
import { inRoot } from '../lib/paths';
import { environmentFile } from './environment';
import { functionNames } from './functions';
import { kilobytes } from './target';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

interface Config {
  readonly timeout?: number;
  readonly triggers?: readonly { readonly name: string; readonly config: string }[];
}

function readOr<T>(file: string, otherwise: T): T {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : otherwise;
}

function rowOf(name: string): string {
  const folder = inRoot('dist', 'functions', name);
  const size = fs.statSync(`${folder}/index.js`).size;
  const manifest = readOr<Manifest>(`${folder}/package.json`, { dependencies: {} });
  const config = readOr<Config>(`${folder}/config.json`, {});
  const installed = Object.entries(manifest.dependencies).map((pair) => pair.join('@'));
  const triggers = (config.triggers ?? []).map((trigger) => `${trigger.name} ${trigger.config}`);
  const cells = [
    `dist/functions/${name}`,
    kilobytes(size),
    installed.join(', ') || '–',
    config.timeout === undefined ? '–' : `${config.timeout} s`,
    triggers.join(', ') || '–',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** dist/report.md: per function what is put on CloudBase, and beside it the environment. */
export function writeReport(): void {
  const head = [
    '| function | index.js | installed in the cloud | timeout | timer |',
    '|---|---|---|---|---|',
  ];
  const rows = functionNames().map(rowOf);
  writeIfChanged(inRoot('dist', 'report.md'), `${[...head, ...rows].join('\n')}\n`);
  if (fs.existsSync(environmentFile)) {
    writeIfChanged(inRoot('dist', 'environment.json'), fs.readFileSync(environmentFile));
  }
}
