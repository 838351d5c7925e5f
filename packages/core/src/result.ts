import type { ErrorCode } from './errors';

/** Why something was refused. `fields` names the inputs to mend, each with a short Chinese hint. */
export interface Refusal<C extends ErrorCode = ErrorCode> {
  readonly code: C;
  readonly fields?: Readonly<Record<string, string>>;
}

/** An expected outcome: a value or a typed refusal. A bug throws instead. */
export type Result<T, C extends ErrorCode = ErrorCode> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Refusal<C> };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <C extends ErrorCode>(
  code: C,
  fields?: Readonly<Record<string, string>>,
): { readonly ok: false; readonly error: Refusal<C> } => ({
  ok: false,
  error: fields === undefined ? { code } : { code, fields },
});
