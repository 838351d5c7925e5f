import { mkdtempSync, rmSync } from 'node:fs';
import { appendFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPreview } from '@anshao/preview';
import { context } from 'esbuild';
import { loadedWhenFirstUsed } from '../../scripts/build/first-use';
import { withoutUnusedSdkParts } from '../../scripts/build/stub';
import { inRoot } from '../../scripts/lib/paths';
import { type Bench, median, type Row, secondsRow, timed } from './bench';
import { started } from './started';

const STARTS = 3;
const EDITS = 5;
const PAGE = 'subpackages/hazard/report/report.wxml';

/** From the command to `ready`, on data that an earlier start has left. */
const startRow = async (folder: string): Promise<Row> => {
  const data = join(folder, 'data');
  await (await started(data)).end();
  const times: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const product = await started(data);
    times.push(product.ms);
    await product.end();
  }
  return secondsRow('`npm start` on existing data until ready', median(times), 5);
};

/** Reads the preview's news until it says that the scripts are others than before. */
const nextVersion = async (
  events: ReadableStreamDefaultReader<Uint8Array>,
  before: string,
): Promise<string> => {
  const decoder = new TextDecoder();
  for (let text = ''; ; ) {
    const { value, done } = await events.read();
    if (done) throw new Error('the preview fell silent');
    text += decoder.decode(value, { stream: true });
    const versions = [...text.matchAll(/"scriptVersion":"([^"]*)"/g)].map(([, found]) => found);
    const other = versions.find((version) => version !== undefined && version !== before);
    if (other !== undefined) return other;
  }
};

/** From an edit of a page to the moment at which the browser is told, on a copy of the project. */
const pageRow = async (folder: string): Promise<Row> => {
  const project = join(folder, 'miniprogram');
  await cp(inRoot('miniprogram'), project, { recursive: true });
  const preview = await startPreview({ project, port: 0 });
  try {
    const { body } = await fetch(`${preview.url}/preview/events`);
    if (body === null) throw new Error('the preview sends no news');
    const events = body.getReader();
    let version = await nextVersion(events, '');
    const times: number[] = [];
    for (let i = 0; i < EDITS; i++) {
      const edit = async () => {
        await appendFile(join(project, PAGE), `<view>${i}</view>\n`);
        version = await nextVersion(events, version);
      };
      times.push(await timed(edit));
    }
    await events.cancel();
    return secondsRow('a page edited until the browser is told', median(times), 1);
  } finally {
    await preview.close();
  }
};

/** A function bundled again after an edit, on a copy of its sources beside the packages. */
const functionRow = async (): Promise<Row> => {
  const cache = inRoot('.cache');
  await mkdir(cache, { recursive: true });
  const copy = mkdtempSync(join(cache, 'bench-'));
  try {
    await cp(inRoot('cloudfunctions', 'hazard', 'src'), copy, { recursive: true });
    const entry = join(copy, 'index.ts');
    const source = await readFile(entry, 'utf8');
    const kept = await context({
      absWorkingDir: inRoot(),
      entryPoints: [entry],
      outfile: join(copy, 'index.js'),
      bundle: true,
      charset: 'utf8',
      metafile: true,
      platform: 'node',
      target: 'node18',
      format: 'cjs',
      external: ['@napi-rs/image'],
      plugins: [withoutUnusedSdkParts, loadedWhenFirstUsed],
    });
    const times: number[] = [];
    try {
      await kept.rebuild();
      for (let i = 0; i < EDITS; i++) {
        await writeFile(entry, `${source}\nexport const edit = ${i};\n`);
        times.push(await timed(() => kept.rebuild()));
      }
    } finally {
      await kept.dispose();
    }
    return secondsRow('a function edited until it is bundled', median(times), 1);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

export const bench: Bench = {
  name: 'Waiting',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'anshao-waiting-'));
    try {
      return [await startRow(folder), await pageRow(folder), await functionRow()];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
