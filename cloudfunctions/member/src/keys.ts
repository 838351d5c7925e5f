import { aliasesOf, personsOf } from '@anshao/server/people';

/** Under which keys a person's messages lie: as a member, and as the reporter of each report. */
export const keysOf = async (openid: string): Promise<readonly string[]> => [
  ...personsOf(openid),
  ...(await aliasesOf(openid)),
];
