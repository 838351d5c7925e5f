import * as v from 'valibot';
import { defineContract, shape } from '../contract';
import { ACTIONS, CLOCKS, DECLINE_OUTCOMES, LEVELS, PARTIES, STATES, TOLD_ANSWERS } from './state';

/** At most this many photos a report, this many bytes a photo. */
export const MAX_PHOTOS = 9;
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
/** 工会的说法 is short enough for a card and a poster. */
export const MAX_WORDING = 20;
export const MAX_WORDS = 300;

const clockAt = v.object({ clock: v.picklist(CLOCKS), at: shape.time });
const photoId = v.pipe(v.string(), v.regex(/^[\w-]{6,40}$/));

const headShape = v.object({
  number: v.string(),
  title: v.string(),
  place: v.string(),
  unitName: v.string(),
  category: v.string(),
  state: v.picklist(STATES),
  outcome: v.optional(v.picklist(DECLINE_OUTCOMES)),
  level: v.optional(v.picklist(LEVELS)),
  acknowledged: v.boolean(),
  danger: v.boolean(),
  photos: v.number(),
  due: v.optional(clockAt),
  reportedAt: shape.time,
});

/** A stored photo for one who may see it: addresses good for ten minutes. */
const photoView = v.object({ id: photoId, url: v.string(), thumb: v.string() });

const offered = v.object({ action: v.picklist(ACTIONS), refusal: v.optional(v.string()) });

/** A step of the timeline: who acts appears as a part, never as a name. */
const stepView = v.object({
  n: v.number(),
  at: shape.time,
  kind: v.picklist(['report', ...ACTIONS]),
  role: v.picklist(PARTIES),
  level: v.optional(v.picklist(LEVELS)),
  wording: v.optional(v.string()),
  outcome: v.optional(v.picklist(DECLINE_OUTCOMES)),
  reason: v.optional(v.string()),
});

const receiptShape = v.object({
  id: shape.id,
  version: shape.version,
  number: v.string(),
  title: v.string(),
  reportedAt: shape.time,
  photosStored: v.number(),
  photosTotal: v.number(),
  due: v.array(clockAt),
});

const acted = v.object({
  id: shape.id,
  version: shape.version,
  head: headShape,
  actions: v.array(offered),
  undoUntil: v.optional(shape.time),
});

const onCase = { id: shape.id };
const acts = ['NOT_FOUND', 'NOT_YOURS', 'NOT_NOW', 'STALE', 'OWN_REPORT'] as const;

const slots = defineContract({
  method: 'hazard.slots',
  kind: 'act',
  who: 'person',
  summary: '为一份草稿的照片各领一个上传位置。Hands out one upload path per photo of a draft.',
  input: v.object({
    /** The request id under which the draft will be reported. */
    draft: shape.requestId,
    photos: v.pipe(
      v.array(
        v.object({
          id: photoId,
          sha256: shape.sha256,
          bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_PHOTO_BYTES)),
        }),
      ),
      v.minLength(1),
      v.maxLength(MAX_PHOTOS),
    ),
  }),
  output: v.object({ slots: v.array(v.object({ id: photoId, path: v.string() })) }),
  errors: ['PHOTO_LIMIT', 'TOO_MANY'],
});

const photo = defineContract({
  method: 'hazard.photo',
  kind: 'act',
  who: 'person',
  summary:
    '核对、清除信息、存好一张照片，读回来再答。Compares, strips, stores and reads back one photo.',
  input: v.object({
    draft: shape.requestId,
    id: photoId,
    fileId: v.pipe(v.string(), v.maxLength(300)),
  }),
  output: v.object({ id: photoId, stored: v.literal(true) }),
  errors: [
    'NOT_FOUND',
    'PHOTO_MISSING',
    'PHOTO_CHANGED',
    'PHOTO_TYPE',
    'PHOTO_HEIC',
    'PHOTO_TOO_BIG',
  ],
});

const report = defineContract({
  method: 'hazard.report',
  kind: 'act',
  who: 'person',
  summary: '报一处隐患；请求号就是草稿号。Reports a hazard; the request id is the draft id.',
  input: v.object({
    place: shape.id,
    category: v.pipe(v.string(), v.regex(/^[a-zA-Z]{2,30}$/)),
    words: v.optional(shape.text(MAX_WORDS)),
    danger: v.boolean(),
    toSuperior: v.boolean(),
    photos: v.pipe(v.array(photoId), v.maxLength(MAX_PHOTOS)),
    /** SHA-256 of the receipt code; the code stays on the phone. */
    receipt: shape.sha256,
  }),
  output: receiptShape,
  errors: ['PLACE_UNKNOWN', 'PLACE_CLOSED'],
});

const tellSite = defineContract({
  method: 'hazard.tellSite',
  kind: 'act',
  who: 'person',
  summary: '报告人答“已告知现场负责人？”（安全生产法第五十九条）。Whether the site was told.',
  input: v.object({ ...onCase, answer: v.picklist(TOLD_ANSWERS) }),
  output: v.object({ ...onCase, version: shape.version, told: v.picklist(TOLD_ANSWERS) }),
  errors: ['NOT_FOUND', 'NOT_NOW', 'STALE'],
});

const mine = defineContract({
  method: 'hazard.mine',
  kind: 'read',
  who: 'person',
  summary: '我报的隐患，新的在前。My own reports, newest first.',
  input: v.object({ before: v.optional(shape.time) }),
  output: v.object({
    items: v.array(
      v.object({
        id: shape.id,
        version: shape.version,
        head: headShape,
        thumb: v.optional(v.string()),
      }),
    ),
    more: v.boolean(),
  }),
  errors: [],
});

const progress = defineContract({
  method: 'hazard.progress',
  kind: 'read',
  who: 'person',
  summary: '报告人看一条的进展。The reporter follows one hazard.',
  input: v.object(onCase),
  output: v.object({
    ...receiptShape.entries,
    head: headShape,
    steps: v.array(stepView),
    photos: v.array(photoView),
    photosDue: v.array(photoId),
    told: v.optional(v.picklist(TOLD_ANSWERS)),
    handledBy: v.string(),
    actions: v.array(offered),
  }),
  errors: ['NOT_FOUND'],
});

const queue = defineContract({
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

const detail = defineContract({
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

const acknowledge = defineContract({
  method: 'hazard.acknowledge',
  kind: 'act',
  who: 'member',
  summary: '受理：告诉报告人收到了，定下谁去核实。Ends the first clock; 10 s to take back.',
  input: v.object(onCase),
  output: acted,
  errors: acts,
});

const undo = defineContract({
  method: 'hazard.undo',
  kind: 'act',
  who: 'member',
  summary: '10 秒内撤回刚才的受理。Takes back one’s own 受理 within ten seconds.',
  input: v.object(onCase),
  output: acted,
  errors: [...acts, 'UNDO_LATE'],
});

const confirm = defineContract({
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

const decline = defineContract({
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

const chainLink = { n: v.number(), prev: v.string(), hash: v.string() };

const proof = defineContract({
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

export const hazardContracts = {
  slots,
  photo,
  report,
  tellSite,
  mine,
  progress,
  queue,
  detail,
  acknowledge,
  undo,
  confirm,
  decline,
  proof,
};
