import fs from 'node:fs';
import { startLocalCloud } from '@anshao/local-cloud';
import { build } from '../build/build';
import { environmentFile } from '../build/environment';
import { keysOf } from './keys';
import { inRoot } from './paths';

interface Options {
  readonly port: number;
  /** Folder of the databases, files and keys; made when absent. */
  readonly data: string;
}

/** The product's own functions. */
export const ownFunctions = inRoot('cloudfunctions');

/** Builds the cloud functions and starts them on a local cloud with the keys of its data. */
export async function startOwnCloud(options: Options) {
  await build({ only: 'cloud', quiet: true });
  return startLocalCloud({
    port: options.port,
    data: options.data,
    functions: ownFunctions,
    environment: JSON.parse(fs.readFileSync(environmentFile, 'utf8')),
    variables: keysOf(options.data),
  });
}
