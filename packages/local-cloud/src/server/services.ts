import type { Database } from '../database';
import type { Faults } from '../faults/faults';
import type { FunctionPool } from '../functions/pool';
import type { Clock } from '../platform/clock';
import type { Environment } from '../platform/environment';
import type { PlatformStore } from '../platform/store';
import type { Storage } from '../storage/storage';
import type { Timers } from '../timers/timers';
import type { Push } from '../wechat/push';
import type { Wechat } from '../wechat/wechat';
import type { Journal } from './journal';

/** The parts of the cloud that its endpoints call. */
export interface Services {
  readonly environment: Environment;
  readonly environmentId: string;
  readonly clock: Clock;
  readonly store: PlatformStore;
  readonly database: Database;
  readonly storage: Storage;
  readonly pool: FunctionPool;
  readonly timers: Timers;
  readonly wechat: Wechat;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly log: (line: string) => void;
  readonly push: Push;
}
