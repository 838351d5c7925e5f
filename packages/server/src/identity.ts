/** Who calls a function, by the platform's word alone. */
export type Caller =
  | { readonly kind: 'person'; readonly openid: string }
  | { readonly kind: 'function' }
  | { readonly kind: 'timer' }
  | { readonly kind: 'nobody' };

type Variables = Readonly<Record<string, unknown>>;

const isVariables = (value: unknown): value is Variables =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The environment of this call: JSON in `environment`, or the older `K=V;K=V` in `environ`. The
 * SDK's getCloudbaseContext reads the same and fills gaps from the process, where the person of
 * another call may still stand; here a gap stays a gap.
 */
const callVariables = (context: unknown): Variables => {
  if (!isVariables(context)) return {};
  const { environment, environ } = {
    environment: context['environment'],
    environ: context['environ'],
  };
  if (typeof environment === 'string' && environment !== '') {
    return parsedVariables(environment);
  }
  if (typeof environ !== 'string') return {};
  return Object.fromEntries(
    environ.split(';').flatMap((pair) => {
      const at = pair.indexOf('=');
      return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)] as const] : [];
    }),
  );
};

/** A context that cannot be read names nobody. */
const parsedVariables = (json: string): Variables => {
  try {
    const parsed: unknown = JSON.parse(json);
    return isVariables(parsed) ? parsed : {};
  } catch {
    return {};
  }
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A chain of callers whose last link is a function: `wx_client,scf`. */
const FROM_FUNCTION = /^(?:[a-z_]+,)*scf$/;
const TIMER = 'wx_trigger';

/**
 * Tells who calls from the platform's context; the event has no say.
 * A timer is told by its source, or by TRIGGER_SRC where the context carries no source.
 */
export const callerOf = (context: unknown): Caller => {
  const variables = callVariables(context);
  const source = text(variables['TCB_SOURCE']);
  const openid = text(variables['WX_OPENID']);
  const trigger = text(variables['TRIGGER_SRC']);
  if (FROM_FUNCTION.test(source)) return { kind: 'function' };
  if (openid !== '') return { kind: 'person', openid };
  if (source === TIMER || (source === '' && trigger === 'timer')) return { kind: 'timer' };
  return { kind: 'nobody' };
};

/** The platform's id of this call, for the log. */
export const platformRequestId = (context: unknown): string =>
  isVariables(context) ? text(context['request_id']) : '';
