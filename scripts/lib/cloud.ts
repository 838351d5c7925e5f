import { startLocalCloud } from '@anshao/local-cloud';
import { build } from '../build/build';
import { inRoot } from './paths';

interface Options {
  readonly port: number;
  /** Folder of the databases, files and keys; made when absent. */
  readonly data: string;
  /** Gets what the functions print. */
  readonly log: (line: string) => void;
}

/** The product's own functions. */
export const ownFunctions = inRoot('cloudfunctions');

/** Builds the cloud functions and starts them on a local cloud with the keys of its data. */
export async function startOwnCloud(options: Options) {
  await build({ only: 'cloud', quiet: true });
  // Loaded here, so that the local cloud can serve another project without our server.
  const { keysOf } = await import('./keys');
  return startLocalCloud({
    port: options.port,
    data: options.data,
    functions: ownFunctions,
    variables: keysOf(options.data),
    log: options.log,
  });
}
