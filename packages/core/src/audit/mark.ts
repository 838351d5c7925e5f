import { encodeBase32, hexBytes } from '../codes';

/** The 20 characters (100 bits) by which two people compare a chain's end by eye. */
export const chainMark = (hash: string): string => encodeBase32(hexBytes(hash), 20);
