/**
 * What keys are for. `never` keys make ids that must stay the same while a case lives; the others
 * may be rotated: new values use the current key, lookups try every live one.
 */
export const PURPOSES = {
  caseId: { rotates: false, bytes: 32 },
  alias: { rotates: false, bytes: 32 },
  person: { rotates: true, bytes: 32 },
  mine: { rotates: true, bytes: 32 },
  identityRow: { rotates: true, bytes: 32 },
  aliasCipher: { rotates: true, bytes: 32 },
  /** Finds the day counters of a person: rotated at will, a rotation only forgets a day. */
  dayCounter: { rotates: true, bytes: 32 },
  founding: { rotates: false, bytes: 32 },
  /** Makes codes and unit ids that a retry makes again and nobody guesses. */
  codes: { rotates: false, bytes: 32 },
  sealPublic: { rotates: true, bytes: 0 },
  sealPrivate: { rotates: true, bytes: 0 },
} as const satisfies Record<string, { rotates: boolean; bytes: number }>;

export type Purpose = keyof typeof PURPOSES;

/** Which function is given which keys: the whole of who can do what with identities. */
export const KEY_PURPOSES = {
  member: [
    'alias',
    'person',
    'mine',
    'aliasCipher',
    'dayCounter',
    'founding',
    'codes',
    'sealPublic',
  ],
  place: ['person', 'codes'],
  hazard: [
    'caseId',
    'alias',
    'person',
    'mine',
    'identityRow',
    'aliasCipher',
    'dayCounter',
    'sealPublic',
  ],
  /** Alone holds the private key: alone can read an openid. */
  identity: ['identityRow', 'sealPrivate'],
  reminder: ['aliasCipher'],
} as const satisfies Record<string, readonly Purpose[]>;

export type FunctionName = keyof typeof KEY_PURPOSES;
