import { foundingCode } from '@anshao/server/secrets';

type Variables = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The 建库口令 that belongs to the variables of the functions, as lib/keys.ts makes them. */
export const foundingCodeOf = (variables: Variables): string =>
  foundingCode(JSON.parse(variables['member']?.['ANSHAO_KEYS'] ?? '{}'));
