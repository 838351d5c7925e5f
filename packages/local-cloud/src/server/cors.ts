const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Whether a Host header names this machine: a page elsewhere cannot rebind a name to us. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.test(host);
}

/**
 * The headers that let the preview's page, which has another port, talk to the cloud.
 * @param origin the request's Origin header; undefined for callers that are no browser
 * @returns undefined when the page is not from this machine
 */
export function corsHeaders(origin: string | undefined): Record<string, string> | undefined {
  if (origin === undefined) return {};
  const host = /^https?:\/\/(.+)$/.exec(origin)?.[1] ?? '';
  if (!LOOPBACK.test(host)) return undefined;
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, HEAD, PUT, POST, DELETE',
    'access-control-allow-headers': '*',
    'access-control-max-age': '600',
    vary: 'origin',
  };
}
