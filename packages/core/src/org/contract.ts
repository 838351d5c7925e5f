import * as v from 'valibot';
import { defineContract, shape } from '../contract';
import { ROLES } from './roles';
import { UNIT_KINDS } from './units';

const unitView = v.object({
  id: shape.id,
  kind: v.picklist(UNIT_KINDS),
  name: v.string(),
  unionName: v.string(),
});

/** A post somebody holds: role, unit and what waits there. */
const post = v.object({
  role: v.picklist(ROLES),
  lead: v.boolean(),
  unit: unitView,
  /** Hazards on this post's table; at most 100 are counted. */
  duties: v.number(),
});

const sync = defineContract({
  method: 'member.sync',
  kind: 'read',
  who: 'person',
  summary: '我是谁、手上几件、几条没读。Posts, duties and unread in one call.',
  input: shape.nothing,
  output: v.object({
    posts: v.array(post),
    unread: v.number(),
  }),
  errors: [],
});

const found = defineContract({
  method: 'member.found',
  kind: 'act',
  who: 'person',
  summary: '第一次使用：凭建库口令建市总工会，自己成为市总。Founds the federation, once.',
  input: v.object({
    code: v.pipe(v.string(), v.maxLength(40)),
    name: shape.name(30),
    unionName: shape.name(30),
  }),
  output: v.object({ unit: unitView }),
  errors: ['ALREADY_FOUNDED', 'INVITE_INVALID', 'TOO_MANY'],
});

const addUnit = defineContract({
  method: 'member.addUnit',
  kind: 'act',
  who: 'member',
  summary: '在自己管的范围里加一个单位。Adds a unit below one’s own.',
  input: v.object({
    parent: shape.id,
    kind: v.picklist(UNIT_KINDS),
    name: shape.name(30),
    unionName: shape.name(30),
    industry: v.optional(shape.text(30)),
    duty: v.optional(
      v.object({ name: shape.name(10), phone: v.pipe(v.string(), v.regex(/^[\d-]{3,15}$/)) }),
    ),
  }),
  output: v.object({ unit: unitView }),
  errors: ['NOT_FOUND', 'NOT_YOURS'],
});

const units = defineContract({
  method: 'member.units',
  kind: 'read',
  who: 'member',
  summary: '一个单位和它下面的单位，由谁办理。A unit, those right below it, and who handles.',
  input: v.object({ unit: shape.id }),
  output: v.object({
    unit: unitView,
    /** The union on whose table this unit's hazards lie today. */
    handledBy: v.string(),
    children: v.array(v.object({ ...unitView.entries, officers: v.number() })),
    /** There are more than the hundred shown. */
    more: v.boolean(),
  }),
  errors: ['NOT_FOUND'],
});

const invite = defineContract({
  method: 'member.invite',
  kind: 'act',
  who: 'member',
  summary: '给一个岗位发邀请码，7 天内用一次。A one-time invitation to a post.',
  input: v.object({ unit: shape.id, role: v.picklist(ROLES), lead: v.optional(v.boolean()) }),
  output: v.object({ code: v.string(), until: shape.time }),
  errors: ['NOT_FOUND', 'NOT_YOURS'],
});

const accept = defineContract({
  method: 'member.accept',
  kind: 'act',
  who: 'person',
  summary: '用邀请码接下岗位。Takes up the post of an invitation.',
  input: v.object({ code: v.pipe(v.string(), v.maxLength(40)) }),
  output: v.object({ role: v.picklist(ROLES), unit: unitView }),
  errors: ['INVITE_INVALID', 'ROLE_CONFLICT', 'TOO_MANY'],
});

export const orgContracts = { sync, found, addUnit, units, invite, accept };
