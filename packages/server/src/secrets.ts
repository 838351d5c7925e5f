import { createHmac } from 'node:crypto';
import { encodeBase32 } from '@anshao/core/codes';
import { KEY_PURPOSES, PURPOSES, type Purpose } from './key-purposes';
import { sealPair } from './seal';

/** The keys of one purpose: `current` for new values, all of them for lookups. Base64. */
interface KeyRing {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}

/** What a function finds in its variable ANSHAO_KEYS: only the purposes that are its own. */
export type Keys = Readonly<Partial<Record<Purpose, KeyRing>>>;

export interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

type Random = (bytes: number) => Uint8Array;

const FIRST = '1';

const ring = (bytes: Uint8Array): KeyRing => ({
  current: FIRST,
  keys: { [FIRST]: Buffer.from(bytes).toString('base64') },
});

/**
 * Fresh keys for an environment, by function.
 * @param random the source of chance, for example randomBytes of node:crypto
 */
export const generateKeys = (random: Random): Readonly<Record<string, Keys>> => {
  const pair = sealPair();
  const made = new Map<Purpose, KeyRing>();
  const keyOf = (purpose: Purpose): KeyRing => {
    const known = made.get(purpose);
    if (known !== undefined) return known;
    const fresh =
      purpose === 'sealPublic'
        ? ring(pair.public)
        : purpose === 'sealPrivate'
          ? ring(pair.private)
          : ring(random(PURPOSES[purpose].bytes));
    made.set(purpose, fresh);
    return fresh;
  };
  return Object.fromEntries(
    Object.entries(KEY_PURPOSES).map(([name, purposes]: [string, readonly Purpose[]]) => [
      name,
      Object.fromEntries(purposes.map((purpose) => [purpose, keyOf(purpose)])),
    ]),
  );
};

const isKeyRing = (value: unknown): value is KeyRing =>
  typeof value === 'object' &&
  value !== null &&
  'current' in value &&
  typeof value.current === 'string' &&
  'keys' in value &&
  typeof value.keys === 'object' &&
  value.keys !== null &&
  Object.hasOwn(value.keys, value.current);

let read: { readonly text: string; readonly keys: ReadonlyMap<string, KeyRing> } | undefined;

const environmentKeys = (): ReadonlyMap<string, KeyRing> => {
  const text = process.env['ANSHAO_KEYS'] ?? '';
  if (read?.text === text) return read.keys;
  if (text === '') throw new Error('the variable ANSHAO_KEYS of this function is not set');
  const parsed = parsedKeys(text);
  const keys = new Map<string, KeyRing>();
  for (const [purpose, value] of Object.entries(parsed ?? {})) {
    if (!isKeyRing(value)) throw new Error(`ANSHAO_KEYS: ${purpose} is not a ring of keys`);
    keys.set(purpose, value);
  }
  read = { text, keys };
  return keys;
};

const parsedKeys = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message would quote a piece of a key.
    throw new Error('ANSHAO_KEYS is not JSON');
  }
};

const ringOf = (purpose: Purpose): KeyRing => {
  const found = environmentKeys().get(purpose);
  if (found === undefined) throw new Error(`this function has no key for ${purpose}`);
  return found;
};

/** All live keys of a purpose, the current one first. @throws Error if it is not this function's */
export const liveKeys = (purpose: Purpose): readonly Key[] => {
  const { current, keys } = ringOf(purpose);
  const ids = [current, ...Object.keys(keys).filter((id) => id !== current)];
  return ids.map((id) => ({ id, bytes: Buffer.from(keys[id] ?? '', 'base64') }));
};

/** The key for new values. @throws Error if the purpose is not this function's */
export const currentKey = (purpose: Purpose): Key => {
  const [first] = liveKeys(purpose);
  if (first === undefined) throw new Error(`no live key for ${purpose}`);
  return first;
};

const FOUNDING_LENGTH = 20;

const foundingCodeBy = (key: Uint8Array): string =>
  encodeBase32(createHmac('sha256', key).update('anshao founding').digest(), FOUNDING_LENGTH);

/**
 * The code by which the federation is founded, once: 20 characters.
 * @param keys the keys of the function `member`
 */
export const foundingCode = (keys: Keys): string => {
  const { current, keys: all } = keys.founding ?? { current: '', keys: {} };
  const key = all[current];
  if (key === undefined) throw new Error('these are not the keys of the function member');
  return foundingCodeBy(Buffer.from(key, 'base64'));
};

/** The founding code of this environment, inside the function `member`. */
export const ownFoundingCode = (): string => foundingCodeBy(currentKey('founding').bytes);
