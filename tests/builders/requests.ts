/** One request that a function sent through the SDK, as the local cloud noted it. */
export interface SdkRequest {
  readonly action: string;
  readonly collection?: string;
}

/** What a call of a function cost. */
export interface Cost {
  /** Database requests until the answer stands, as `<what>.<collection>`, in order. */
  readonly answer: readonly string[];
  /** Requests of any kind for the effects that the deciding write caused. */
  readonly drain: readonly string[];
  /** Requests to the storage until the answer: addresses of photos. */
  readonly storage: number;
}

const nameOf = ({ action, collection }: SdkRequest): string =>
  `${action.replace(/^database\./, '')}${collection === undefined ? '' : `.${collection}`}`;

const isRequests = (value: unknown): value is { readonly requests: readonly SdkRequest[] } =>
  typeof value === 'object' &&
  value !== null &&
  'requests' in value &&
  Array.isArray(value.requests);

/** The requests that functions sent since this was last asked; the first time begins to count. */
const takeRequests = async (cloudUrl: string): Promise<readonly SdkRequest[]> => {
  const answer: unknown = await (
    await fetch(`${cloudUrl}/local/requests`, { method: 'POST', body: '{}' })
  ).json();
  if (!isRequests(answer)) throw new Error(`no requests: ${JSON.stringify(answer)}`);
  return answer.requests;
};

/**
 * Does one call and tells its cost.
 * @param decides names the collection whose first write decides the call: the answer stands with
 *   it, what follows is the drain; without it there is no drain
 */
export const costOf = async (
  cloudUrl: string,
  call: () => Promise<unknown>,
  decides?: string,
): Promise<Cost> => {
  await takeRequests(cloudUrl);
  await call();
  const requests = await takeRequests(cloudUrl);
  const decided = requests.findIndex(
    ({ action, collection }) =>
      collection === decides && /^database\.(insert|modify|update)/.test(action),
  );
  if (decides !== undefined && decided === -1) throw new Error(`nothing was written: ${decides}`);
  const until = decides === undefined ? requests : requests.slice(0, decided + 1);
  return {
    answer: until.filter(({ action }) => action.startsWith('database.')).map(nameOf),
    drain: requests.slice(until.length).map(nameOf),
    storage: until.filter(({ action }) => action.startsWith('storage.')).length,
  };
};
