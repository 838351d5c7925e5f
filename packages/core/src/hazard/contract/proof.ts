import * as v from 'valibot';
import { defineContract } from '../../contract';
import { onCase } from './shapes';

const chainLink = { n: v.number(), prev: v.string(), hash: v.string() };

export const proof = defineContract({
  method: 'hazard.proof',
  kind: 'read',
  who: 'person',
  summary: '一条记录的全部环节，手机自己算一遍。All links of a record, for the phone to recompute.',
  input: v.object(onCase),
  output: v.object({
    number: v.string(),
    chain: v.picklist(['inner', 'open']),
    head: v.object({ n: v.number(), hash: v.string() }),
    items: v.array(
      v.union([
        v.object({
          ...chainLink,
          kind: v.string(),
          role: v.string(),
          day: v.string(),
          content: v.unknown(),
          salt: v.string(),
        }),
        v.object({ ...chainLink, digest: v.string() }),
      ]),
    ),
  }),
  errors: ['NOT_FOUND'],
});
