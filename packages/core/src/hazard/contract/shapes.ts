import * as v from 'valibot';
import { shape } from '../../contract';
import { ACTIONS, CLOCKS, DECLINE_OUTCOMES, LEVELS, PARTIES, STATES } from '../state';

/** At most this many photos a report, this many bytes a photo. */
export const MAX_PHOTOS = 9;
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
/** 工会的说法 is short enough for a card and a poster. */
export const MAX_WORDING = 20;
export const MAX_WORDS = 300;

export const clockAt = v.object({ clock: v.picklist(CLOCKS), at: shape.time });
export const photoId = v.pipe(v.string(), v.regex(/^[\w-]{6,40}$/));

export const headShape = v.object({
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
export const photoView = v.object({ id: photoId, url: v.string(), thumb: v.string() });

export const offered = v.object({ action: v.picklist(ACTIONS), refusal: v.optional(v.string()) });

/** A step of the timeline: who acts appears as a part, never as a name. */
export const stepView = v.object({
  n: v.number(),
  at: shape.time,
  kind: v.picklist(['report', ...ACTIONS]),
  role: v.picklist(PARTIES),
  level: v.optional(v.picklist(LEVELS)),
  wording: v.optional(v.string()),
  outcome: v.optional(v.picklist(DECLINE_OUTCOMES)),
  reason: v.optional(v.string()),
});

export const receiptShape = v.object({
  id: shape.id,
  version: shape.version,
  number: v.string(),
  title: v.string(),
  reportedAt: shape.time,
  photosStored: v.number(),
  photosTotal: v.number(),
  due: v.array(clockAt),
});

export const acted = v.object({
  id: shape.id,
  version: shape.version,
  head: headShape,
  actions: v.array(offered),
  undoUntil: v.optional(shape.time),
});

export const onCase = { id: shape.id };
export const acts = ['NOT_FOUND', 'NOT_YOURS', 'NOT_NOW', 'STALE', 'OWN_REPORT'] as const;
