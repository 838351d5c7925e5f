import { createHmac } from 'node:crypto';
import { equalText } from '@anshao/core/codes';
import type { Case } from '@anshao/core/hazard';
import { type IdentityRow, identities } from './documents';
import type { Purpose } from './key-purposes';
import { decrypt, encrypt, seal } from './seal';
import { currentKey, liveKeys } from './secrets';

/** Keyed hash, 43 characters that may stand in an id. The parts cannot run into each other. */
const hash = (key: Uint8Array, ...parts: string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');

const current = (purpose: Purpose, ...parts: string[]): string =>
  hash(currentKey(purpose).bytes, ...parts);

const everyLive = (purpose: Purpose, ...parts: string[]): readonly string[] =>
  liveKeys(purpose).map(({ bytes }) => hash(bytes, ...parts));

/** The hash under which a member is known now, and all under which they may be stored. */
export const personOf = (openid: string): string => current('person', openid);
export const personsOf = (openid: string): readonly string[] => everyLive('person', openid);

/** The id of a report: a retry with the same request id names the same case. */
export const caseIdOf = (openid: string, request: string): string =>
  current('caseId', openid, request);

/** The pseudonym of a person in one case. */
export const aliasOf = (openid: string, caseId: string): string => current('alias', openid, caseId);

/** Whether a case is this person's own report: one comparison. */
export const isOwn = (openid: string, kase: Pick<Case, '_id' | 'alias'>): boolean =>
  equalText(aliasOf(openid, kase._id), kase.alias);

/** An unguessable id that the same person's same request makes again. */
export const madeBytes = (openid: string, request: string, what: string): Buffer =>
  createHmac('sha256', currentKey('codes').bytes)
    .update(JSON.stringify([what, openid, request]))
    .digest();

/** Where a person's day is counted; without the key nobody can tell whose it is. */
export const counterIdOf = (openid: string, day: string): string =>
  current('dayCounter', openid, day);

/** What a counter remembers a request by. */
export const countedAs = (request: string): string => current('dayCounter', request).slice(0, 16);

/** The openid readable by `identity` alone: key id, dot, sealed text. */
export const sealOpenid = (openid: string): string => {
  const key = currentKey('sealPublic');
  return `${key.id}.${seal(openid, key.bytes)}`;
};

/** The row that will tell `identity` who reported a case. */
export const identityRow = (openid: string, alias: string, day: string): IdentityRow => {
  const cipher = currentKey('aliasCipher');
  return {
    _id: current('identityRow', alias),
    mine: current('mine', openid),
    alias: `${cipher.id}.${encrypt(cipher.bytes, alias).toString('base64')}`,
    sealed: sealOpenid(openid),
    fresh: day,
  };
};

/** All ids under which the row of an alias may stand. */
export const identityIdsOf = (alias: string): readonly string[] => everyLive('identityRow', alias);

/** The alias of a row. @throws Error when its key is no longer live */
export const aliasIn = (row: Pick<IdentityRow, 'alias'>): string => {
  const [id = '', text = ''] = row.alias.split('.');
  const key = liveKeys('aliasCipher').find((live) => live.id === id);
  if (key === undefined) throw new Error('the key of an alias is gone');
  return decrypt(key.bytes, Buffer.from(text, 'base64'));
};

/** More reports than anybody makes; the platform answers no more at once. */
const MOST_REPORTS = 1000;

/** The pseudonyms of all reports of a person. */
export const aliasesOf = async (openid: string): Promise<readonly string[]> => {
  const rows = await identities.find(
    { mine: { in: everyLive('mine', openid) } },
    { limit: MOST_REPORTS },
  );
  return rows.map(aliasIn);
};
