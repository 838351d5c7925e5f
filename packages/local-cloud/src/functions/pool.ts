import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CloudError } from '../errors';
import { isFunctionName, readFunctionConfig } from './config';
import { type Caller, callContext, callEnvironment, type Invocation } from './context';
import { Instance } from './instance';
import { Room } from './room';
import { Watchdog } from './watchdog';

/** What the functions of an environment need. */
interface PoolOptions {
  /** The folder in which each function has a folder of its own. */
  readonly functions: string;
  /** The bundled inside of an instance. */
  readonly host: string;
  readonly environmentId: string;
  /** Where an instance reaches the platform, without a trailing slash. */
  readonly adminUrl: () => string;
  readonly shiftMs: () => number;
  /** Environment variables of the product, by function. */
  readonly variables: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly log: (line: string) => void;
  readonly maxInstances: number;
}

/** Event and answer at most: the platform's limit for a synchronous call. */
export const PAYLOAD_LIMIT = 6 * 1024 * 1024;

/** All instances of all functions. */
export class FunctionPool {
  private readonly rooms = new Map<string, Room>();
  private readonly watchdog = new Watchdog();
  private readonly tokens = new Set<string>();

  constructor(private readonly options: PoolOptions) {}

  /** The functions that can be called: folders with an index.js. */
  names(): string[] {
    if (!fs.existsSync(this.options.functions)) return [];
    return fs
      .readdirSync(this.options.functions)
      .filter((name) => isFunctionName(name) && fs.existsSync(this.entry(name)))
      .sort();
  }

  folder(name: string): string {
    return path.join(this.options.functions, name);
  }

  /** The instance from which a request of this marker comes, if it is alive. */
  instance(id: string): Instance | undefined {
    for (const room of this.rooms.values()) {
      for (const instance of room.instances) if (instance.id === id) return instance;
    }
    return undefined;
  }

  /** Whether a token was given to a call that is still under way. */
  isToken(token: string): boolean {
    return this.tokens.has(token);
  }

  /**
   * Calls a function.
   * @param event the event as JSON
   * @returns the answer as JSON
   * @throws CloudError FUNCTION_NOT_FOUND, EXCEED_MAX_PAYLOAD_SIZE, or FUNCTIONS_EXECUTE_FAIL
   *   with the platform's JSON in its message
   */
  async invoke(name: string, event: string, caller: Caller): Promise<string> {
    if (!isFunctionName(name) || !fs.existsSync(this.entry(name))) {
      throw new CloudError('FUNCTION_NOT_FOUND', `[FUNCTION_NOT_FOUND] no function "${name}"`);
    }
    checkSize(event, 'event');
    const invocation: Invocation = { id: randomUUID(), event, caller };
    const room = this.room(name);
    const instance = await room.acquire();
    const token = randomUUID();
    this.tokens.add(token);
    try {
      const environment = callEnvironment(this.options.environmentId, invocation, token);
      const outcome = await instance.run(invocation, {
        id: invocation.id,
        event,
        environment,
        context: callContext(
          this.options.environmentId,
          name,
          instance.config,
          invocation,
          environment,
        ),
        shiftMs: this.options.shiftMs(),
      });
      if (!outcome.ok) {
        this.options.log(`[${name}] ${outcome.failure.errorMessage}`);
        const status = outcome.failure.errorCode === 1 ? 430 : outcome.failure.errorCode;
        throw new CloudError(
          'FUNCTIONS_EXECUTE_FAIL',
          JSON.stringify({ ...outcome.failure, requestId: invocation.id, statusCode: status }),
        );
      }
      checkSize(outcome.result, 'answer');
      return outcome.result;
    } finally {
      this.tokens.delete(token);
      room.release(instance);
    }
  }

  /** Ends every instance and waits until each is gone. */
  async close(): Promise<void> {
    await Promise.all([...this.rooms.values()].map((room) => room.close()));
    this.watchdog.close();
  }

  private entry(name: string): string {
    return path.join(this.folder(name), 'index.js');
  }

  private start(name: string): Instance {
    const folder = this.folder(name);
    return new Instance({
      name,
      folder,
      config: this.configOf(folder),
      host: this.options.host,
      shiftMs: this.options.shiftMs(),
      variables: (id) => this.variables(name, id),
      watchdog: this.watchdog,
      log: this.options.log,
    });
  }

  private configOf(folder: string): ReturnType<typeof readFunctionConfig> {
    try {
      return readFunctionConfig(folder);
    } catch (error) {
      throw new CloudError('FUNCTION_PARAM_INVALID', error instanceof Error ? error.message : '');
    }
  }

  private variables(name: string, instanceId: string): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      // The platform runs in UTC; a function that needs Beijing time must say so itself.
      TZ: 'UTC',
      ...this.options.variables[name],
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: `local-${instanceId}`,
      TENCENTCLOUD_SECRETKEY: 'local',
      TENCENTCLOUD_SESSIONTOKEN: 'local',
      SCF_NAMESPACE: this.options.environmentId,
      SCF_FUNCTIONNAME: name,
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${this.options.adminUrl()}/${instanceId}` }),
    };
  }

  private room(name: string): Room {
    const known = this.rooms.get(name);
    if (known !== undefined) return known;
    const room = new Room(() => this.start(name), this.options.maxInstances);
    this.rooms.set(name, room);
    return room;
  }
}

function checkSize(json: string, what: string): void {
  if (Buffer.byteLength(json) <= PAYLOAD_LIMIT) return;
  throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', `the ${what} is larger than 6 MB`);
}
