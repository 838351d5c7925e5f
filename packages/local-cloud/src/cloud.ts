import fs from 'node:fs';
import path from 'node:path';
import { type Database, openDatabase } from './database';
import { CloudError } from './errors';
import { Faults } from './faults/faults';
import { bundleHost } from './functions/bundle';
import { FunctionPool } from './functions/pool';
import { Clock } from './platform/clock';
import { type Environment, readEnvironment } from './platform/environment';
import { lockFolder } from './platform/lock';
import { explainDisk, PlainError } from './platform/plain-error';
import { PlatformStore } from './platform/store';
import { Journal } from './server/journal';
import { Server } from './server/server';
import type { Services } from './server/services';
import { Blobs } from './storage/blobs';
import { Signer } from './storage/signing';
import { Storage } from './storage/storage';
import { Timers } from './timers/timers';
import { pushTo } from './wechat/push';
import { Wechat } from './wechat/wechat';

/** The id of the one environment that a local cloud is. */
export const ENVIRONMENT_ID = 'local-1a2b3c';

/** How a local cloud is started. */
export interface LocalCloudOptions {
  /** Port on 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** The folder that keeps everything; made when missing, continued when not. */
  readonly data: string;
  /** The folder in which each function has a folder with package.json, config.json, index.js. */
  readonly functions: string;
  /** The environment file; `<functions>/environment.json` unless said, if there is one. */
  readonly environment?: string;
  /** Environment variables of each function, as they would be set in the console. */
  readonly variables?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Gets the functions' output and what the platform has to say, a line at a time. */
  readonly log?: (line: string) => void;
  /** Whether timers run by their schedule (true unless said); `/local/timer` always works. */
  readonly timers?: boolean;
  /** How many processes a function may have at a time (4 unless said). */
  readonly maxInstances?: number;
}

/** A running local cloud. */
export interface LocalCloud {
  /** Its address, without a trailing slash. */
  readonly url: string;
  readonly environmentId: string;
  /**
   * Calls a function as a person's phone, or as WeChat's console without a person.
   * @throws CloudError as the platform would
   */
  invoke(name: string, event: unknown, openid?: string): Promise<unknown>;
  /** Ends every process that it started and lets go of the data. */
  close(): Promise<void>;
}

/**
 * Starts a CloudBase on this machine.
 * @throws PlainError in one sentence for a taken port, a data folder that cannot be written or is
 *   in use, a full disk, an environment file that is wrong
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const data = path.resolve(options.data);
  const functions = path.resolve(options.functions);
  if (!fs.existsSync(functions)) throw new PlainError(`There is no folder ${functions}.`);
  const environment = readEnvironment(environmentFile(options, functions));
  const log = options.log ?? (() => undefined);
  const server = new Server(log);
  await server.listen(options.port);
  const opened: (() => void)[] = [];
  try {
    return start(options, { data, functions, environment, log, server, opened });
  } catch (error) {
    for (const release of opened.reverse()) release();
    await server.close();
    throw explainDisk(error, data);
  }
}

interface Parts {
  readonly data: string;
  readonly functions: string;
  readonly environment: Environment;
  readonly log: (line: string) => void;
  readonly server: Server;
  /** How to let go of what was opened, in the order of opening. */
  readonly opened: (() => void)[];
}

function start(options: LocalCloudOptions, parts: Parts): LocalCloud {
  const { data, environment, log, server, opened } = parts;
  fs.mkdirSync(data, { recursive: true });
  opened.push(lockFolder(data));
  const store = new PlatformStore(path.join(data, 'platform.db'));
  opened.push(() => store.close());
  const clock = new Clock(store);
  const database = openDatabase({ file: path.join(data, 'product.db'), now: clock.now });
  opened.push(() => database.close());
  define(database, environment);
  const blobs = new Blobs(path.join(data, 'files'));
  blobs.sweep(store.blobs());
  const storage = new Storage({
    environmentId: ENVIRONMENT_ID,
    store,
    blobs,
    signer: new Signer(store),
    rules: environment.storage,
    now: clock.now,
    url: () => server.url,
  });
  const pool = new FunctionPool({
    functions: parts.functions,
    host: bundleHost(path.join(data, 'cache')),
    environmentId: ENVIRONMENT_ID,
    adminUrl: () => `${server.url}/admin`,
    shiftMs: () => clock.shiftMs,
    variables: options.variables ?? {},
    maxInstances: options.maxInstances ?? 4,
    log,
  });
  const push = pushTo(pool, environment.push, clock.now);
  const services: Services = {
    environment,
    environmentId: ENVIRONMENT_ID,
    clock,
    store,
    database,
    storage,
    pool,
    timers: new Timers(pool, clock, log),
    faults: new Faults(),
    journal: new Journal(),
    log,
    push,
    wechat: new Wechat({
      environment,
      store,
      now: clock.now,
      isOwnUrl: (url) => url.startsWith(`${server.url}/storage/`),
      push,
      log,
    }),
  };
  server.open(services);
  if (options.timers !== false) services.timers.start();
  return running(services, server, opened);
}

function running(services: Services, server: Server, opened: readonly (() => void)[]): LocalCloud {
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    services.timers.stop();
    await server.close();
    await services.pool.close();
    await services.timers.settled();
    for (const release of [...opened].reverse()) release();
  };
  return {
    url: server.url,
    environmentId: services.environmentId,
    invoke: async (name, event, openid): Promise<unknown> => {
      const caller =
        openid === undefined ? { source: 'wx_unknown' } : { source: 'wx_client', openid };
      return JSON.parse(await services.pool.invoke(name, JSON.stringify(event ?? {}), caller));
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function environmentFile(options: LocalCloudOptions, functions: string): string | undefined {
  if (options.environment !== undefined) return path.resolve(options.environment);
  const usual = path.join(functions, 'environment.json');
  return fs.existsSync(usual) ? usual : undefined;
}

/** Brings the collections to what the environment says. */
function define(database: Database, environment: Environment): void {
  try {
    database.define(environment.collections);
  } catch (error) {
    if (error instanceof CloudError) throw new PlainError(`Collections: ${error.message}`);
    throw error;
  }
}
