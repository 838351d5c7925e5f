import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build/build';
import { seedDemo } from '../demo';
import { startOwnCloud } from './cloud';
import { inRoot } from './paths';
import { openPreview } from './preview';

export interface Product {
  /** The mini-program in the browser. */
  readonly url: string;
  readonly cloudUrl: string;
  /** Where a scanned code leads, by the label of the demonstration. */
  codePath(label: string): string;
  close(): Promise<void>;
}

/** The whole product as `npm start` opens it, on free ports and a data folder of its own. */
export const startProduct = async (): Promise<Product> => {
  const data = mkdtempSync(join(tmpdir(), 'anshao-product-'));
  const quiet = () => undefined;
  await build({ quiet: true });
  const cloud = await startOwnCloud({ port: 0, data, log: quiet });
  await seedDemo({ cloudUrl: cloud.url, data, log: quiet });
  const people = join(data, 'people.json');
  const project = inRoot();
  const preview = await openPreview({
    project,
    port: 0,
    cloud: cloud.url,
    people,
    watch: false,
    log: quiet,
  });
  const { codes }: { codes: ReadonlyArray<{ label: string; path: string }> } = JSON.parse(
    readFileSync(people, 'utf8'),
  );
  return {
    url: preview.url,
    cloudUrl: cloud.url,
    codePath: (label) => {
      const code = codes.find((candidate) => candidate.label === label);
      if (code === undefined) throw new Error(`no code ${label}`);
      return code.path;
    },
    close: async () => {
      await preview.close();
      await cloud.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
};
