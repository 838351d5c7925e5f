import '../builders/without-ai';

import { randomBytes } from 'node:crypto';
import { isInviteCode } from '@anshao/core/codes';
import { KEY_PURPOSES } from '@anshao/server/key-purposes';
import { aliasIn, aliasOf, caseIdOf, identityRow, isOwn, personsOf } from '@anshao/server/people';
import { decrypt, encrypt, seal, sealPair, unseal } from '@anshao/server/seal';
import { currentKey, foundingCode, generateKeys, type Keys } from '@anshao/server/secrets';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const keys = generateKeys(randomBytes);
const become = (own: Keys | undefined) => {
  process.env['ANSHAO_KEYS'] = JSON.stringify(own ?? {});
};

afterEach(() => {
  delete process.env['ANSHAO_KEYS'];
});

describe('sealing', () => {
  test('is opened by the private key alone, and never looks the same twice', () => {
    const pair = sealPair();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = seal(text, pair.public);
        expect(sealed).not.toBe(seal(text, pair.public));
        expect(unseal(sealed, pair.private)).toBe(text);
        expect(() => unseal(sealed, sealPair().private)).toThrow();
      }),
      { numRuns: 30 },
    );
  });

  test('notices a changed bit anywhere', () => {
    const pair = sealPair();
    const sealed = Buffer.from(seal('o-1', pair.public), 'base64');
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const changed = Buffer.from(sealed);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        // X25519 ignores the highest bit of a public key: the same point, but another salt here.
        expect(() => unseal(changed.toString('base64'), pair.private)).toThrow();
      }),
      { numRuns: 60 },
    );
  });

  test('with a shared key is opened by that key alone', () => {
    const key = randomBytes(32);
    expect(decrypt(key, encrypt(key, '张三'))).toBe('张三');
    expect(() => decrypt(randomBytes(32), encrypt(key, '张三'))).toThrow();
  });
});

describe('keys', () => {
  test('each function is given its own purposes and no others', () => {
    for (const [name, purposes] of Object.entries(KEY_PURPOSES)) {
      expect(Object.keys(keys[name] ?? {}).sort()).toEqual([...purposes].sort());
    }
    const holders = Object.entries(KEY_PURPOSES).filter(([, purposes]) =>
      purposes.some((purpose) => purpose === 'sealPrivate'),
    );
    expect(holders.map(([name]) => name)).toEqual(['identity']);
  });

  test('one that a function was not given, or that is not set, is a bug and not a weak key', () => {
    become(keys['place']);
    expect(() => currentKey('sealPrivate')).toThrow('no key for sealPrivate');
    become({ person: { current: '2', keys: {} } });
    expect(() => currentKey('person')).toThrow('not a ring');
    delete process.env['ANSHAO_KEYS'];
    expect(() => currentKey('person')).toThrow('not set');
  });

  test('the same purpose is the same key in every function', () => {
    expect(keys['member']?.person).toEqual(keys['hazard']?.person);
    expect(keys['member']?.alias).toEqual(keys['hazard']?.alias);
    expect(keys['hazard']?.caseId).not.toEqual(keys['hazard']?.alias);
  });

  test('the founding code is twenty typeable characters of the member function’s keys', () => {
    const code = foundingCode(keys['member'] ?? {});
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
    expect(isInviteCode(code)).toBe(false);
    expect(foundingCode(keys['member'] ?? {})).toBe(code);
    expect(() => foundingCode(keys['place'] ?? {})).toThrow();
  });
});

describe('who people are', () => {
  test('one person has one pseudonym a case, which no other case or person shares', () => {
    become(keys['hazard']);
    const id = caseIdOf('o-1', 'request-0123456789');
    expect(caseIdOf('o-1', 'request-0123456789')).toBe(id);
    expect(caseIdOf('o-2', 'request-0123456789')).not.toBe(id);
    expect(aliasOf('o-1', id)).not.toBe(aliasOf('o-1', caseIdOf('o-1', 'request-another00')));
    expect(isOwn('o-1', { _id: id, alias: aliasOf('o-1', id) })).toBe(true);
    expect(isOwn('o-2', { _id: id, alias: aliasOf('o-1', id) })).toBe(false);
  });

  test('the parts of an id cannot run into each other', () => {
    become(keys['hazard']);
    expect(caseIdOf('ab', 'c')).not.toBe(caseIdOf('a', 'bc'));
  });

  test('a row that tells who shows neither openid nor pseudonym', () => {
    become(keys['hazard']);
    const row = identityRow('openid-of-somebody', 'alias-of-a-case', '2026-05-25');
    expect(JSON.stringify(row)).not.toMatch(/openid-of-somebody|alias-of-a-case/);
    expect(aliasIn(row)).toBe('alias-of-a-case');
  });

  test('a rotated key finds what was written under the old one, and writes under the new', () => {
    const own = keys['hazard'] ?? {};
    become(own);
    const [before] = personsOf('o-1');
    const row = identityRow('o-1', 'alias-1', '2026-05-25');
    const fresh = (ring: Keys[keyof Keys]) => ({
      current: '2',
      keys: { ...ring?.keys, '2': randomBytes(32).toString('base64') },
    });
    become({ ...own, person: fresh(own.person), aliasCipher: fresh(own.aliasCipher) });
    const after = personsOf('o-1');
    expect(after.length).toBe(2);
    expect(after[0]).not.toBe(before);
    expect(after[1]).toBe(before);
    expect(aliasIn(row)).toBe('alias-1');
    expect(identityRow('o-1', 'alias-1', '2026-05-25').alias).toMatch(/^2\./);
  });
});
