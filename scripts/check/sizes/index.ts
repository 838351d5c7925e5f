import { inRoot } from '../../lib/paths';
import type { Check } from '../check';
import { type PackageSize, packageSizes } from './measure';

const KB = 1024;
/** Our own goal for what must arrive before the first page shows; WeChat's limit is 2 MB. */
const MAIN_LIMIT = 600 * KB;
/** WeChat's limit for each subpackage and for all of them together. */
const SUBPACKAGE_LIMIT = 2048 * KB;
const TOTAL_LIMIT = 30 * 1024 * KB;

function sizeOf(bytes: number): string {
  return `${Math.ceil(bytes / KB)} KB`;
}

/** Packages that are larger than they may be, with their largest files. */
export function tooLarge(sizes: readonly PackageSize[]): string[] {
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const problems = sizes.flatMap(({ name, bytes, largest }) => {
    const limit = name === 'main' ? MAIN_LIMIT : SUBPACKAGE_LIMIT;
    if (bytes <= limit) return [];
    const files = largest.map((file) => `${file.file} ${sizeOf(file.bytes)}`).join(', ');
    return [`${name}: ${sizeOf(bytes)}, at most ${sizeOf(limit)} (largest: ${files})`];
  });
  if (total > TOTAL_LIMIT) problems.push(`all: ${sizeOf(total)}, at most ${sizeOf(TOTAL_LIMIT)}`);
  return problems;
}

export const sizes: Check = {
  name: 'sizes',
  about: 'main package and subpackages as WeChat counts them',
  async run() {
    const found = packageSizes(inRoot('miniprogram'));
    console.log(`    ${found.map(({ name, bytes }) => `${name} ${sizeOf(bytes)}`).join(', ')}`);
    return tooLarge(found);
  },
};
