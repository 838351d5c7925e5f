import { randomBytes } from 'node:crypto';
import { base64Url } from '@anshao/core/codes';

/** Unguessable bytes. The only source of chance: everything else is told. */
export const chance = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));

/** Unguessable text that may stand in a path: 22 characters carry 132 bits. */
export const chanceText = (bytes = 16): string => base64Url(chance(bytes));
