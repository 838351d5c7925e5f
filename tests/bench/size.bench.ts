import { packageSizes } from '../../scripts/check/sizes/measure';
import { inRoot } from '../../scripts/lib/paths';
import { type Bench, countRow, reportedRow } from './bench';

const KB = 1024;
const MOST_KB = 600;

export const bench: Bench = {
  name: 'Size of the mini-program',
  async run() {
    const sizes = packageSizes(inRoot('miniprogram'));
    return sizes.map(({ name, bytes }) => {
      const kilobytes = Math.ceil(bytes / KB);
      return name === 'main'
        ? countRow('main package, as WeChat counts it', kilobytes, MOST_KB, ' KB')
        : reportedRow(`subpackage ${name.replace(/\/$/, '')}`, `${kilobytes} KB`);
    });
  },
};
