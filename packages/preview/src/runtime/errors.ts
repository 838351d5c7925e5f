import type { Host, Notice } from './host';

/** A caught value as one text with its stack, as wx.onError gives it. */
export function describeError(error: unknown): string {
  if (error instanceof Error) return error.stack ?? `${error.name}: ${error.message}`;
  if (typeof error === 'object' && error !== null && 'errMsg' in error) return String(error.errMsg);
  return String(error);
}

/** The first line of a text, for a notice. */
export function errorNotice(error: unknown): Notice {
  const text = describeError(error).split('\n')[0] ?? '';
  return { kind: 'error', name: text, text };
}

/** Sends what nobody caught to `host`; errors of the page around the phone included. */
export function watchErrors(host: Pick<Host, 'reportError'>, rejected: RejectionHandler): void {
  window.addEventListener('error', (event) => {
    // Loading failures of images have no error; their own component reports them.
    if (event.error !== undefined && event.error !== null) host.reportError(event.error);
  });
  window.addEventListener('unhandledrejection', (event) => {
    rejected(event.reason, event.promise);
  });
}

export type RejectionHandler = (reason: unknown, promise: Promise<unknown>) => void;

/** Warnings of the engine about what WeChat allows: said once at debug level, not at each use. */
const ALLOWED = [
  /is not a valid property$/,
  /^The for-list data is/,
  // Packages name relations to components of theirs that this project does not use.
  /^the target of relation/,
  /^Use number as for-list/,
  /is not a valid event binding or slot value$/,
  /^Some keys are not unique/,
  /received type-incompatible value/,
  /unsupported model binding/,
];

/** Whether a warning of the engine deserves the console's attention. */
export function isWorthWarning(message: string): boolean {
  return !ALLOWED.some((pattern) => pattern.test(message));
}
