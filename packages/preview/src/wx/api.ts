import type { Failure } from '../runtime/host';

export type Options = Readonly<Record<string, unknown>>;
export type Result = Record<string, unknown>;

/** An API which takes `success`, `fail` and `complete`, or gives a promise. */
export type Work = (options: Options) => undefined | Result | Promise<undefined | Result>;

/** One family's part of `wx`. */
export interface Family {
  readonly async?: Readonly<Record<string, Work>>;
  /** Everything else: functions and values as they are. */
  readonly plain?: Readonly<Record<string, unknown>>;
}

/** A failure as WeChat words it; `reason` comes after `<name>:fail `. */
export class ApiError extends Error {
  constructor(
    readonly reason: string,
    readonly extra: Readonly<Record<string, number | string>> = {},
  ) {
    super(reason);
  }
}

/** Turns whatever was thrown into what `fail` gets. */
function failureFor(name: string, error: unknown): Failure & Result {
  if (error instanceof ApiError) {
    const reason = error.reason === '' ? '' : ` ${error.reason}`;
    return { errMsg: `${name}:fail${reason}`, ...error.extra };
  }
  if (typeof error === 'object' && error !== null && 'errMsg' in error) {
    return { ...error, errMsg: String(error.errMsg) };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { errMsg: `${name}:fail ${reason}` };
}

/** How errors thrown inside a project's callback are told. */
export type ReportError = (error: unknown) => void;

/**
 * Gives an API WeChat's two forms: with any of success, fail and complete it returns nothing;
 * without them a promise.
 */
export function asynchronous(name: string, work: Work, report: ReportError) {
  return (given?: unknown): Promise<Result> | undefined => {
    const options: Options = typeof given === 'object' && given !== null ? { ...given } : {};
    const run = async (): Promise<Result> => {
      try {
        const result = await work(options);
        return { ...result, errMsg: `${name}:ok` };
      } catch (error) {
        throw failureFor(name, error);
      }
    };
    const callbacks = ['success', 'fail', 'complete'].some((key) => key in options);
    const started = run();
    if (!callbacks) return started;
    const call = (key: string, value: unknown) => {
      const callback = options[key];
      if (typeof callback !== 'function') return;
      try {
        callback(value);
      } catch (error) {
        report(error);
      }
    };
    started.then(
      (result) => {
        call('success', result);
        call('complete', result);
      },
      (failure: unknown) => {
        call('fail', failure);
        call('complete', failure);
      },
    );
    return undefined;
  };
}

const TYPES = {
  string: 'String',
  number: 'Number',
  boolean: 'Boolean',
  object: 'Object',
  function: 'Function',
} as const;

/** A parameter that must be text. */
export function textOf(options: Options, name: string): string {
  const value = options[name];
  if (typeof value === 'string') return value;
  throw parameterError(name, 'String', value);
}

/** A parameter that must be a list. */
export function listOf(options: Options, name: string): readonly unknown[] {
  const value = options[name];
  if (Array.isArray(value)) return value;
  throw parameterError(name, 'Array', value);
}

function parameterError(name: string, wanted: string, value: unknown): ApiError {
  const type = typeof value;
  const got =
    value === null
      ? 'Null'
      : Array.isArray(value)
        ? 'Array'
        : type in TYPES
          ? TYPES[type === 'bigint' || type === 'symbol' || type === 'undefined' ? 'object' : type]
          : 'Undefined';
  const shown = value === undefined ? 'Undefined' : got;
  return new ApiError(
    `parameter error: parameter.${name} should be ${wanted} instead of ${shown};`,
  );
}

export function optionalText(options: Options, name: string, otherwise = ''): string {
  const value = options[name];
  return typeof value === 'string' ? value : otherwise;
}

export function optionalNumber(options: Options, name: string, otherwise: number): number {
  const value = options[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

/** Objects of unknown shape, read member by member. */
export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
