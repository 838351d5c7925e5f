import fs from 'node:fs';
import path from 'node:path';
import { messageOf } from '../platform/plain-error';
import { isObject, type JsonObject, numberIn, textIn } from '../wire/json';

/** A timer of a function, as config.json writes it. */
export interface TimerTrigger {
  readonly name: string;
  /** Seven fields: second minute hour day month weekday year. */
  readonly cron: string;
}

/** What a function's config.json says. */
export interface FunctionConfig {
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly timers: readonly TimerTrigger[];
  /** The open APIs that the function may call, by name. */
  readonly openapi: ReadonlySet<string>;
}

const DEFAULT_TIMEOUT_SECONDS = 5;
const DEFAULT_MEMORY_MB = 256;

/** Whether a name can be a function's: no path can be smuggled in by it. */
export function isFunctionName(name: string): boolean {
  return /^[A-Za-z][\w-]{0,59}$/.test(name);
}

/**
 * Reads a function's config.json; everything in it may be missing.
 * @throws Error naming the file when it is no JSON or says what the platform would refuse
 */
export function readFunctionConfig(folder: string): FunctionConfig {
  const file = path.join(folder, 'config.json');
  let json: unknown = {};
  try {
    if (fs.existsSync(file)) json = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read: ${messageOf(error)}`);
  }
  const config = isObject(json) ? json : {};
  const timeoutSeconds = numberIn(config, 'timeout') ?? DEFAULT_TIMEOUT_SECONDS;
  if (timeoutSeconds < 1 || timeoutSeconds > 60) {
    throw new Error(`${file}: timeout must be 1 to 60 seconds`);
  }
  return {
    timeoutSeconds,
    memoryMb: numberIn(config, 'memorySize') ?? DEFAULT_MEMORY_MB,
    timers: timersOf(config),
    openapi: openapiOf(config),
  };
}

function timersOf(config: JsonObject): TimerTrigger[] {
  const triggers: unknown = config['triggers'];
  if (!Array.isArray(triggers)) return [];
  return triggers.flatMap((trigger: unknown): TimerTrigger[] => {
    if (!isObject(trigger) || trigger['type'] !== 'timer') return [];
    const name = textIn(trigger, 'name');
    const cron = textIn(trigger, 'config');
    return name === undefined || cron === undefined ? [] : [{ name, cron }];
  });
}

function openapiOf(config: JsonObject): Set<string> {
  const permissions = config['permissions'];
  const list: unknown = isObject(permissions) ? permissions['openapi'] : undefined;
  return new Set(
    Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [],
  );
}
