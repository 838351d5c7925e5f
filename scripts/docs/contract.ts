import { ERRORS, hazardContracts, type MethodContract } from '@anshao/core';
import { orgContracts } from '@anshao/core/org';
import { placeContracts } from '@anshao/core/place';
import { identityContracts, reminderContracts, timerContracts } from '@anshao/core/reminder';
import { describeShape } from './shape';

export const file = 'docs/contract.md';

const METHODS: readonly MethodContract[] = [
  ...Object.values(orgContracts),
  ...Object.values(reminderContracts),
  ...Object.values(placeContracts),
  ...Object.values(hazardContracts),
  ...Object.values(identityContracts),
  ...Object.values(timerContracts),
];

/** docs/contract.md: every method of the wire, printed from the contracts. */
export const render = async (): Promise<string> =>
  `${[
    '# The wire',
    '',
    'Printed from `packages/core/src/*/contract`; do not edit by hand. The part of a method’s',
    'name before the dot is the cloud function. A call is `{ method, requestId, seen?, input }`,',
    'an answer `{ ok: true, now, output }` or `{ ok: false, now, error: { code, fields? } }`.',
    'Times are epoch milliseconds of the server. Any method may answer BAD_INPUT, NO_IDENTITY,',
    'BUSY and INTERNAL; an act answered once answers the same to the same request id.',
    '',
    '| who | means |',
    '|---|---|',
    '| anyone | a WeChat identity, neither stored nor logged |',
    '| person | one’s own affairs; the identity becomes keyed hashes |',
    '| member | holds a post; which acts, docs/states.md says |',
    '| functions | our other cloud functions, never a phone |',
    '| timer | the platform’s timer, never a phone |',
    ...METHODS.flatMap(section),
    '',
    '## Errors',
    '',
    '| code | what a person reads | phone retries |',
    '|---|---|---|',
    ...Object.entries(ERRORS).map(
      ([code, { text, retry }]) => `| ${code} | ${text} | ${retry ? 'yes' : 'no'} |`,
    ),
  ].join('\n')}\n`;

const section = (contract: MethodContract): string[] => [
  '',
  `## ${contract.method}`,
  '',
  contract.summary,
  '',
  `- ${contract.kind}, ${contract.who}`,
  `- input: ${describeShape(contract.input)}`,
  `- output: ${describeShape(contract.output)}`,
  ...(contract.errors.length === 0 ? [] : [`- errors: ${contract.errors.join(', ')}`]),
];
