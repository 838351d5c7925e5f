import * as v from 'valibot';
import { defineContract, shape } from '../contract';
import { LEVELS, STATES } from '../hazard';

/** A place's opaque code, the scene of its QR. */
const placeCode = v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{20,22}$/));

/**
 * A hazard as everybody may read it: the union's wording, and nothing that a report brought in.
 * No clock time, no internal number, no photo.
 */
const publicHazard = v.object({
  wording: v.string(),
  state: v.picklist(STATES),
  level: v.optional(v.picklist(LEVELS)),
  due: v.optional(shape.time),
});

const page = defineContract({
  method: 'place.page',
  kind: 'read',
  who: 'anyone',
  summary: '扫码看到的地点页；没核实的一概不显示。The place page behind a scanned code.',
  input: v.object({ code: v.pipe(v.string(), v.maxLength(64)) }),
  output: v.object({
    code: placeCode,
    name: v.string(),
    unitName: v.string(),
    unionName: v.string(),
    industry: v.optional(v.string()),
    equipment: v.optional(v.string()),
    duty: v.optional(v.object({ name: v.string(), phone: v.string() })),
    hazards: v.array(publicHazard),
    fixed: v.number(),
  }),
  errors: ['PLACE_UNKNOWN', 'PLACE_CLOSED'],
});

const add = defineContract({
  method: 'place.add',
  kind: 'act',
  who: 'member',
  summary: '工会登记一个地点，得到它的码。Registers a place and gives its code.',
  input: v.object({
    unit: shape.id,
    name: shape.name(30),
    equipment: v.optional(shape.text(20)),
  }),
  output: v.object({ code: placeCode, name: v.string() }),
  errors: ['NOT_FOUND', 'NOT_YOURS'],
});

const list = defineContract({
  method: 'place.list',
  kind: 'read',
  who: 'member',
  summary: '一个单位的地点和码。The places of a unit with their codes.',
  input: v.object({ unit: shape.id }),
  output: v.object({
    items: v.array(v.object({ code: placeCode, name: v.string(), closed: v.boolean() })),
  }),
  errors: ['NOT_FOUND'],
});

export const placeContracts = { page, add, list };
