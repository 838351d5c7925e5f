import * as v from 'valibot';
import { defineContract, shape } from '../contract';

/** What an inbox entry is about; the sentence is made on the phone by notices.ts. */
export const NOTICES = ['acknowledged', 'confirmed', 'notTrue', 'notAccepted', 'toVerify'] as const;
export type Notice = (typeof NOTICES)[number];

const entry = v.object({
  id: shape.id,
  notice: v.picklist(NOTICES),
  caseId: shape.id,
  /** To the reporter of the case, or to a post of this unit. */
  to: v.union([
    v.object({ kind: v.literal('reporter') }),
    v.object({ kind: v.literal('post'), unit: shape.id, unitName: v.string() }),
  ]),
  title: v.string(),
  at: shape.time,
  read: v.boolean(),
  /** Whether WeChat was asked to remind as well. */
  wechat: v.boolean(),
});

const inbox = defineContract({
  method: 'member.inbox',
  kind: 'read',
  who: 'person',
  summary: '我的消息，各岗位和自己报的放在一起。Messages of all posts and own reports.',
  input: v.object({ before: v.optional(shape.time) }),
  output: v.object({ items: v.array(entry), more: v.boolean() }),
  errors: [],
});

const read = defineContract({
  method: 'member.read',
  kind: 'act',
  who: 'person',
  summary: '把消息记为已读。Marks messages as read.',
  input: v.object({ ids: v.pipe(v.array(shape.id), v.minLength(1), v.maxLength(50)) }),
  output: v.object({ read: v.number() }),
  errors: [],
});

const remindMe = defineContract({
  method: 'member.remindMe',
  kind: 'act',
  who: 'person',
  summary: '微信里点了“提醒我”之后记下一次；自己报的每条最多一次。Notes one accepted reminder.',
  input: v.object({ caseId: shape.id }),
  output: v.object({ willRemind: v.boolean() }),
  errors: ['NOT_FOUND'],
});

/** The one sender of WeChat messages; lives with the private key, called by functions only. */
const send = defineContract({
  method: 'identity.send',
  kind: 'act',
  who: 'functions',
  summary: '给封存的身份发一条微信提醒。Sends one WeChat message to a sealed identity.',
  input: v.object({
    to: v.union([
      v.object({ kind: v.literal('reporter'), alias: shape.id }),
      v.object({ kind: v.literal('person'), person: shape.id }),
    ]),
    notice: v.picklist(NOTICES),
    caseId: shape.id,
    at: shape.time,
  }),
  output: v.object({ outcome: v.picklist(['sent', 'noQuota', 'refused', 'unknown']) }),
  errors: ['NOT_FOUND'],
});

const sweep = defineContract({
  method: 'reminder.sweep',
  kind: 'act',
  who: 'timer',
  summary:
    '定时器：补做没做完的事，清掉没交的草稿照片和无主的身份。Finishes effects, sweeps leftovers.',
  input: shape.nothing,
  output: v.object({ effects: v.number(), slots: v.number(), identities: v.number() }),
  errors: [],
});

export const reminderContracts = { inbox, read, remindMe };
export const identityContracts = { send };
export const timerContracts = { sweep };
