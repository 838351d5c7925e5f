import * as v from 'valibot';
import type { ErrorCode } from './errors';

/**
 * Who may call a method. The platform's identity decides, nothing in the input does.
 * - anyone: a WeChat identity is needed but neither stored nor logged
 * - person: acts for oneself; the identity is turned into keyed hashes
 * - member: holds a role in a unit; which acts, the lifecycle decides
 * - functions: another cloud function of ours, never a phone
 * - timer: the platform's timer, never a phone
 */
export type Who = 'anyone' | 'person' | 'member' | 'functions' | 'timer';

/** What a method does to the data. An act carries a request id; the same id gets the same answer. */
export type Effectfulness = 'read' | 'act';

type AnySchema = v.GenericSchema<unknown, unknown>;

export interface MethodContract<
  M extends string = string,
  I extends AnySchema = AnySchema,
  O extends AnySchema = AnySchema,
> {
  readonly method: M;
  readonly kind: Effectfulness;
  readonly who: Who;
  /** One sentence for docs/contract.md. */
  readonly summary: string;
  readonly input: I;
  readonly output: O;
  /** Besides BAD_INPUT, NO_IDENTITY, BUSY and INTERNAL, which any method may answer. */
  readonly errors: readonly ErrorCode[];
}

/** Declares a method: the only place where its shape is written. */
export const defineContract = <M extends string, I extends AnySchema, O extends AnySchema>(
  contract: MethodContract<M, I, O>,
): MethodContract<M, I, O> => contract;

export type InputOf<C extends MethodContract> = v.InferOutput<C['input']>;
export type OutputOf<C extends MethodContract> = v.InferOutput<C['output']>;

/** Shapes that more than one contract uses. */
export const shape = {
  /** A key made by us: base64url or base-32, never a database's automatic id. */
  id: v.pipe(v.string(), v.regex(/^[\w:-]{1,80}$/)),
  /** Made on the phone with the draft, kept for every retry. */
  requestId: v.pipe(v.string(), v.regex(/^[\w-]{16,40}$/)),
  /** Epoch milliseconds of the server's clock. */
  time: v.pipe(v.number(), v.integer(), v.minValue(0)),
  version: v.pipe(v.number(), v.integer(), v.minValue(0)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  name: (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max)),
  text: (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max)),
  nothing: v.object({}),
};

/** What the phone sends to a function. `seen` is the case's version it decided on. */
export const requestShape = v.object({
  method: v.pipe(v.string(), v.maxLength(60)),
  requestId: shape.requestId,
  seen: v.optional(shape.version),
  input: v.unknown(),
});
export type WireRequest = v.InferOutput<typeof requestShape>;

export type WireAnswer<O = unknown> =
  | { readonly ok: true; readonly now: number; readonly output: O }
  | {
      readonly ok: false;
      readonly now: number;
      readonly error: { readonly code: ErrorCode; readonly fields?: Record<string, string> };
    };
