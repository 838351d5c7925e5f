/** How the platform and an instance talk over the process channel. */

/** To the instance: run the function once. */
export interface Run {
  readonly id: string;
  /** The event as JSON. */
  readonly event: string;
  readonly context: Record<string, unknown>;
  /** Process variables of this call. */
  readonly environment: Record<string, string>;
  /** How far Date is moved, in milliseconds. */
  readonly shiftMs: number;
}

/** What a failed function says, in the platform's words. */
export interface Failure {
  readonly errorCode: number;
  readonly errorMessage: string;
  readonly stackTrace?: string;
}

/** From the instance. `broken` is its last word: the process ends after it. */
export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: string; readonly result: string }
  | { readonly kind: 'failed'; readonly id: string; readonly failure: Failure }
  | { readonly kind: 'broken'; readonly failure: Failure };
