import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foundingCodeOf } from '../lib/founding';
import { keysOf } from '../lib/keys';
import { seedWorld } from './seed';
import { PEOPLE } from './world';

interface Options {
  readonly cloudUrl: string;
  /** The data folder of the cloud; `people.json` for the preview is written into it. */
  readonly data: string;
  readonly log: (line: string) => void;
}

/** Where a scanned code leads; WeChat hands the code over as `scene`. */
const PLACE_PAGE = 'subpackages/place/page/page';

/** Draws the demonstration city into an empty cloud. */
export const seedDemo = async (options: Options): Promise<void> => {
  const { cloudUrl, log } = options;
  const foundingCode = foundingCodeOf(keysOf(options.data));
  const codes = await seedWorld({ cloudUrl, foundingCode, log });
  const file = {
    people: PEOPLE.map(({ openid, name, note }) => ({ openid, name, note })),
    codes: codes.map(({ label, code }) => ({ label, path: `${PLACE_PAGE}?scene=${code}` })),
    templates: { 'anshao-reporter-progress': '隐患办理进展提醒', 'anshao-duty': '待办提醒' },
  };
  writeFileSync(join(options.data, 'people.json'), JSON.stringify(file, null, 1));
};
