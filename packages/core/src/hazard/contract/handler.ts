import * as v from 'valibot';
import { defineContract, shape } from '../../contract';
import { DECLINE_OUTCOMES, LEVELS, TOLD_ANSWERS } from '../state';
import {
  acted,
  acts,
  clockAt,
  headShape,
  MAX_WORDING,
  offered,
  onCase,
  photoView,
  stepView,
} from './shapes';

export const queue = defineContract({
  method: 'hazard.queue',
  kind: 'read',
  who: 'member',
  summary: '一个岗位的待办，最急的在前。What is on a role’s table, most urgent first.',
  input: v.object({ unit: shape.id }),
  output: v.object({
    items: v.array(
      v.object({
        id: shape.id,
        version: shape.version,
        head: headShape,
        thumb: v.optional(v.string()),
        at: v.number(),
      }),
    ),
    counts: v.object({
      overdue: v.number(),
      today: v.number(),
      threeDays: v.number(),
      all: v.number(),
    }),
    /** More than one page holds: counts read 100+. */
    more: v.boolean(),
  }),
  errors: ['NOT_FOUND'],
});

export const detail = defineContract({
  method: 'hazard.detail',
  kind: 'read',
  who: 'member',
  summary: '办理人看一条隐患：内容、照片、能做的事。The case for those who handle it.',
  input: v.object(onCase),
  output: v.object({
    ...onCase,
    version: shape.version,
    head: headShape,
    words: v.optional(v.string()),
    told: v.optional(v.picklist(TOLD_ANSWERS)),
    toSuperior: v.boolean(),
    criteria: v.array(v.string()),
    industry: v.optional(v.string()),
    due: v.array(clockAt),
    steps: v.array(stepView),
    photos: v.array(photoView),
    photosDue: v.number(),
    actions: v.array(offered),
    undoUntil: v.optional(shape.time),
  }),
  errors: ['NOT_FOUND'],
});

export const acknowledge = defineContract({
  method: 'hazard.acknowledge',
  kind: 'act',
  who: 'member',
  summary: '受理：告诉报告人收到了，定下谁去核实。Ends the first clock; 10 s to take back.',
  input: v.object(onCase),
  output: acted,
  errors: acts,
});

export const undo = defineContract({
  method: 'hazard.undo',
  kind: 'act',
  who: 'member',
  summary: '10 秒内撤回刚才的受理。Takes back one’s own 受理 within ten seconds.',
  input: v.object(onCase),
  output: acted,
  errors: [...acts, 'UNDO_LATE'],
});

export const confirm = defineContract({
  method: 'hazard.confirm',
  kind: 'act',
  who: 'member',
  summary: '属实，并写下工会的说法。Found true, worded by the union.',
  input: v.object({
    ...onCase,
    level: v.picklist(LEVELS),
    criteria: v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(10)),
    wording: shape.name(MAX_WORDING),
  }),
  output: acted,
  errors: acts,
});

export const decline = defineContract({
  method: 'hazard.decline',
  kind: 'act',
  who: 'member',
  summary: '不属实（到现场看过）或未受理，写明原因；上级会再看。Declined with a reason.',
  input: v.object({
    ...onCase,
    outcome: v.picklist(DECLINE_OUTCOMES),
    reason: v.pipe(v.string(), v.trim(), v.minLength(4), v.maxLength(200)),
  }),
  output: acted,
  errors: acts,
});
