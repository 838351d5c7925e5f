import type { Json } from '@anshao/core';
import {
  type ChainedEvent,
  type ChainHead,
  type ChainItem,
  chainMark,
  type Link,
  linkEvent,
  verifyChain,
} from '@anshao/core/audit';
import { dateOf } from '@anshao/core/calendar';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';

interface Chain {
  readonly items: readonly OpenItem[];
  readonly head: ChainHead;
  readonly links: readonly Link[];
}
type OpenItem = Extract<ChainItem, { salt: string }>;

const EMPTY: ChainHead = { n: 0, hash: '' };

const chainOf = (events: readonly ChainedEvent[], salts: readonly string[]): Chain => {
  let head: ChainHead | undefined;
  const items: OpenItem[] = [];
  const links: Link[] = [];
  events.forEach((event, i) => {
    const next = linkEvent(head, event, salts[i] ?? `salt-${i}`);
    head = next.head;
    links.push(next.link);
    const { n, prev, hash, salt } = next.link;
    items.push({ n, prev, hash, salt, ...event });
  });
  return { items, links, head: head ?? EMPTY };
};

/** What is handed out when the content may not be: the digest alone. */
const withheld = ({ n, prev, hash, digest }: Link): ChainItem => ({ n, prev, hash, digest });

const content: fc.Arbitrary<Json> = fc
  .dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)))
  .map((fields) => ({ ...fields }));
const event: fc.Arbitrary<ChainedEvent> = fc.record({
  kind: fc.constantFrom('reported', 'acknowledged', 'confirmed', 'fixed'),
  role: fc.constantFrom('reporter', 'officer', 'employer'),
  day: fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }).map(dateOf),
  content,
});
const chain = fc
  .tuple(fc.array(event, { minLength: 1, maxLength: 8 }), fc.array(fc.string(), { maxLength: 8 }))
  .map(([events, salts]) => chainOf(events, salts));
const chainAndPlace = chain.chain((whole) =>
  fc.tuple(fc.constant(whole), fc.nat({ max: whole.items.length - 1 })),
);

const at = <T>(list: readonly T[], i: number): T => {
  const found = list[i];
  if (found === undefined) throw new Error(`nothing at ${i}`);
  return found;
};
const replaced = <T>(list: readonly T[], i: number, item: T): T[] => [
  ...list.slice(0, i),
  item,
  ...list.slice(i + 1),
];

describe('a chain', () => {
  test('as it was written holds, step by step', () => {
    fc.assert(
      fc.property(chain, ({ items, head }) => {
        expect(verifyChain(items, head)).toEqual({ ok: true, steps: items.length });
      }),
    );
  });

  test('holds with any of its contents withheld', () => {
    fc.assert(
      fc.property(chain, fc.infiniteStream(fc.boolean()), ({ items, links, head }, hide) => {
        const handed = items.map((item, i) => (hide.next().value ? withheld(at(links, i)) : item));
        expect(verifyChain(handed, head)).toEqual({ ok: true, steps: items.length });
      }),
    );
  });

  test('of nothing is whole', () => {
    expect(verifyChain([], EMPTY)).toEqual({ ok: true, steps: 0 });
  });
});

describe('found out is', () => {
  const changes: Record<string, (item: OpenItem) => ChainItem> = {
    kind: (item) => ({ ...item, kind: `${item.kind}!` }),
    role: (item) => ({ ...item, role: `${item.role}!` }),
    day: (item) => ({ ...item, day: dateOf(0) }),
    content: (item) => ({ ...item, content: { was: item.content } }),
    salt: (item) => ({ ...item, salt: `${item.salt}!` }),
    hash: (item) => ({ ...item, hash: `${item.hash.slice(1)}x` }),
    prev: (item) => ({ ...item, prev: `${item.prev}x` }),
    n: (item) => ({ ...item, n: item.n + 1 }),
  };

  test.each(Object.keys(changes))('a changed %s, at the very link', (field) => {
    fc.assert(
      fc.property(chainAndPlace, ([{ items, head }, i]) => {
        const change = changes[field];
        if (change === undefined) throw new Error(field);
        const tampered = replaced<ChainItem>(items, i, change(at(items, i)));
        expect(verifyChain(tampered, head)).toMatchObject({ ok: false, at: i + 1 });
      }),
    );
  });

  test('a changed digest of withheld content', () => {
    fc.assert(
      fc.property(chainAndPlace, ([{ items, links, head }, i]) => {
        const other = { ...withheld(at(links, i)), digest: at(links, i).hash };
        const tampered = replaced<ChainItem>(items, i, other);
        expect(verifyChain(tampered, head)).toEqual({ ok: false, at: i + 1, reason: 'digest' });
      }),
    );
  });

  test('a link left out, wherever', () => {
    fc.assert(
      fc.property(chainAndPlace, ([{ items, head }, i]) => {
        const rest = items.filter((_, j) => j !== i);
        expect(verifyChain(rest, head).ok).toBe(false);
      }),
    );
  });

  test('the end cut off, also when the rest still fits together', () => {
    fc.assert(
      fc.property(chain, ({ items, head }) => {
        expect(verifyChain(items.slice(0, -1), head)).toEqual({
          ok: false,
          at: items.length - 1,
          reason: 'head',
        });
      }),
    );
  });

  test('two links in each other’s place', () => {
    fc.assert(
      fc.property(chain, ({ items, head }) => {
        fc.pre(items.length > 1);
        const swapped = [at(items, 1), at(items, 0), ...items.slice(2)];
        expect(verifyChain(swapped, head)).toMatchObject({ ok: false, reason: 'gap' });
      }),
    );
  });

  test('a link added after the head was published', () => {
    fc.assert(
      fc.property(chain, event, ({ items, head }, more) => {
        const { link } = linkEvent(head, more, 'salt');
        const longer = [
          ...items,
          { ...more, n: link.n, prev: link.prev, hash: link.hash, salt: 'salt' },
        ];
        expect(verifyChain(longer, head)).toMatchObject({ ok: false, reason: 'head' });
      }),
    );
  });

  test('a whole chain written anew, against the head that was published', () => {
    fc.assert(
      fc.property(chain, event, ({ items, head }, other) => {
        const said = items.map(({ kind, role, day, content }) => ({ kind, role, day, content }));
        const forged = chainOf([other, ...said.slice(1)], ['another salt']);
        expect(verifyChain(forged.items, head)).toMatchObject({ ok: false, reason: 'head' });
      }),
    );
  });
});

describe('a withheld content', () => {
  test('cannot be guessed from its digest without the salt', () => {
    const said: ChainedEvent = {
      kind: 'confirmed',
      role: 'officer',
      day: dateOf(0),
      content: null,
    };
    const one = linkEvent(undefined, said, 'salt one').link;
    const two = linkEvent(undefined, said, 'salt two').link;
    expect(one.digest).not.toBe(two.digest);
  });
});

describe('the mark of a head', () => {
  test('is twenty characters to hold against the notice board, another for any other head', () => {
    fc.assert(
      fc.property(chain, event, ({ head }, more) => {
        expect(chainMark(head.hash)).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
        expect(chainMark(linkEvent(head, more, 'salt').head.hash)).not.toBe(chainMark(head.hash));
      }),
    );
  });

  test('is the first hundred bits of the hash', () => {
    expect(chainMark('f'.repeat(64))).toBe('Z'.repeat(20));
    expect(chainMark('0'.repeat(25) + 'f'.repeat(39))).toBe('0'.repeat(20));
  });
});
