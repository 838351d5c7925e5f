import type { PlainDate } from '../calendar';
import { canonicalJson, sha256Hex } from '../codes';
import type { Json } from '../json';

/** Where a chain stands: how many links, and the hash of the last. */
export interface ChainHead {
  readonly n: number;
  readonly hash: string;
}

/** One link. Its content and salt lie beside it and can be withheld, leaving the chain whole. */
export interface Link {
  readonly n: number;
  readonly prev: string;
  readonly salt: string;
  /** Hash of what is said, with the salt so that a withheld one cannot be guessed. */
  readonly digest: string;
  readonly hash: string;
}

/** What a link vouches for. */
export interface ChainedEvent {
  readonly kind: string;
  readonly role: string;
  readonly day: PlainDate;
  readonly content: Json;
}

const START = '';

const digestOf = ({ kind, role, day, content }: ChainedEvent, salt: string): string =>
  sha256Hex(canonicalJson({ salt, kind, role, day, content }));

const hashOf = (n: number, digest: string, prev: string): string =>
  sha256Hex(canonicalJson({ n, digest, prev }));

/** Appends an event to a chain; no head is the beginning of one. */
export const linkEvent = (
  head: ChainHead | undefined,
  event: ChainedEvent,
  salt: string,
): { link: Link; head: ChainHead } => {
  const n = (head?.n ?? 0) + 1;
  const prev = head?.hash ?? START;
  const digest = digestOf(event, salt);
  const hash = hashOf(n, digest, prev);
  return { link: { n, prev, salt, digest, hash }, head: { n, hash } };
};

/** A link as handed out for checking: with what it says, or with the digest alone. */
export type ChainItem =
  | (Pick<Link, 'n' | 'prev' | 'hash' | 'salt'> & ChainedEvent)
  | Pick<Link, 'n' | 'prev' | 'hash' | 'digest'>;

export type ChainCheck =
  | { readonly ok: true; readonly steps: number }
  | {
      readonly ok: false;
      /** Number of the first link that does not hold. */
      readonly at: number;
      readonly reason: 'gap' | 'link' | 'digest' | 'head';
    };

const isOpen = (item: ChainItem): item is Extract<ChainItem, { salt: string }> => 'salt' in item;

/** Recomputes a whole chain. Anything changed, dropped, added or moved is found. */
export const verifyChain = (items: readonly ChainItem[], head: ChainHead): ChainCheck => {
  let prev = START;
  let n = 0;
  for (const item of items) {
    n += 1;
    if (item.n !== n) return { ok: false, at: n, reason: 'gap' };
    if (item.prev !== prev) return { ok: false, at: n, reason: 'link' };
    const digest = isOpen(item) ? digestOf(item, item.salt) : item.digest;
    if (item.hash !== hashOf(n, digest, prev)) return { ok: false, at: n, reason: 'digest' };
    prev = item.hash;
  }
  return head.n === n && head.hash === prev
    ? { ok: true, steps: n }
    : { ok: false, at: n, reason: 'head' };
};
