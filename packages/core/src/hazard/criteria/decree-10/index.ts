import type { ArticleData } from '../criterion';
import { AMMONIA, CONFINED_SPACE, DUST } from './dangers';
import { GENERAL } from './general';
import { LIGHT_INDUSTRY, TEXTILE, TOBACCO } from './light';
import { BUILDING_MATERIALS, MACHINERY } from './making';
import { METALLURGY, NONFERROUS } from './metal';

/** Articles 3 to 13 hold 64 items; 14 extends them. In the order of the decree. */
export const DECREE_10_ARTICLES: readonly ArticleData[] = [
  ...GENERAL,
  METALLURGY,
  NONFERROUS,
  BUILDING_MATERIALS,
  MACHINERY,
  LIGHT_INDUSTRY,
  TEXTILE,
  TOBACCO,
  DUST,
  AMMONIA,
  CONFINED_SPACE,
].sort((a, b) => a.article - b.article);
