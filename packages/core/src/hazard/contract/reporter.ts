import * as v from 'valibot';
import { defineContract, shape } from '../../contract';
import { TOLD_ANSWERS } from '../state';
import {
  headShape,
  MAX_PHOTO_BYTES,
  MAX_PHOTOS,
  MAX_WORDS,
  offered,
  onCase,
  photoId,
  photoView,
  receiptShape,
  stepView,
} from './shapes';

export const slots = defineContract({
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

export const photo = defineContract({
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

export const report = defineContract({
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

export const tellSite = defineContract({
  method: 'hazard.tellSite',
  kind: 'act',
  who: 'person',
  summary: '报告人答“已告知现场负责人？”（安全生产法第五十九条）。Whether the site was told.',
  input: v.object({ ...onCase, answer: v.picklist(TOLD_ANSWERS) }),
  output: v.object({ ...onCase, version: shape.version, told: v.picklist(TOLD_ANSWERS) }),
  errors: ['NOT_FOUND', 'NOT_NOW', 'STALE'],
});

export const mine = defineContract({
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

export const progress = defineContract({
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
