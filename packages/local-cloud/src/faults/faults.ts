import { isObject, numberIn, textIn } from '../wire/json';

const KINDS = ['delay', 'drop', 'reset', 'error', 'killBefore', 'killAfter'] as const;

/** What goes wrong. */
type FaultKind = (typeof KINDS)[number];

/** One fault on demand: where, at which call, and what happens there. */
export interface Fault {
  /** Only calls made by this function. */
  readonly function?: string;
  /** Only this action (`database.getDocument`, `wx:subscribeMessage.send`); else every database one. */
  readonly action?: string;
  /** Only the n-th matching call, counted from 1 since the faults were set; else every one. */
  readonly n?: number;
  readonly kind: FaultKind;
  /** For a delay: how long, in milliseconds. */
  readonly ms?: number;
  /** For an error: its code. */
  readonly code?: string | number;
}

/** Where a request is: which function makes it and what it asks. */
export interface Site {
  readonly function: string | undefined;
  readonly action: string;
}

/** The faults that tests have asked for. Off until some are set; gone when the cloud ends. */
export class Faults {
  private list: { fault: Fault; seen: number }[] = [];

  /**
   * Replaces all faults and starts counting anew.
   * @param value the JSON list of `/local/faults`
   * @throws Error saying which entry is not understood
   */
  set(value: unknown): void {
    if (!Array.isArray(value)) throw new Error('faults must be a list; [] clears them');
    this.list = value.map((one: unknown, at) => ({ fault: faultOf(one, at), seen: 0 }));
  }

  /** The faults that strike this request. Every call counts. */
  strike(site: Site): Fault[] {
    const struck: Fault[] = [];
    for (const entry of this.list) {
      if (!matches(entry.fault, site)) continue;
      entry.seen += 1;
      if (entry.fault.n === undefined || entry.fault.n === entry.seen) struck.push(entry.fault);
    }
    return struck;
  }
}

function matches(fault: Fault, site: Site): boolean {
  if (fault.function !== undefined && fault.function !== site.function) return false;
  if (fault.action === undefined) return site.action.startsWith('database.');
  return fault.action === site.action;
}

function isKind(value: unknown): value is FaultKind {
  return KINDS.some((kind) => kind === value);
}

function faultOf(value: unknown, at: number): Fault {
  const wrong = (why: string): Error => new Error(`fault ${at}: ${why}`);
  if (!isObject(value)) throw wrong('must be an object');
  const on: unknown = value['on'] ?? {};
  if (!isObject(on)) throw wrong('"on" must be an object');
  const kind = value['do'];
  if (!isKind(kind)) throw wrong(`"do" must be one of ${KINDS.join(', ')}`);
  const name = textIn(on, 'function');
  const action = textIn(on, 'action');
  const n = numberIn(on, 'n');
  const ms = numberIn(value, 'ms');
  const code = textIn(value, 'code') ?? numberIn(value, 'code');
  if (n !== undefined && (!Number.isInteger(n) || n < 1)) throw wrong('"n" counts from 1');
  if (kind === 'delay' && ms === undefined) throw wrong('a delay needs "ms"');
  if (kind === 'error' && code === undefined) throw wrong('an error needs a "code"');
  return {
    kind,
    ...(name === undefined ? {} : { function: name }),
    ...(action === undefined ? {} : { action }),
    ...(n === undefined ? {} : { n }),
    ...(ms === undefined ? {} : { ms }),
    ...(code === undefined ? {} : { code }),
  };
}
