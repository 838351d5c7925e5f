import type { Level, OutputOf } from '../../../vendor/core';
import {
  dateOf,
  errorText,
  faceOf,
  formatDay,
  type hazardContracts,
  isErrorCode,
  MAX_WORDING,
} from '../../../vendor/core';

type Detail = OutputOf<typeof hazardContracts.detail>;

/** 1. 到现场看了，属实吗？ */
export type Finding = 'true' | 'notTrue' | 'notAccepted';

/** What the officer has filled in so far. */
export interface VerifyForm {
  readonly finding: Finding | '';
  readonly level: Level | '';
  readonly criteria: readonly string[];
  /** 对不上任何一条 was ticked: also an answer. */
  readonly noCriterion: boolean;
  readonly wording: string;
  readonly reason: string;
}

export const EMPTY_FORM: VerifyForm = {
  finding: '',
  level: '',
  criteria: [],
  noCriterion: false,
  wording: '',
  reason: '',
};

export interface Missing {
  /** The element to scroll to. */
  readonly at: 'finding' | 'level' | 'criteria' | 'wording' | 'reason';
  readonly say: string;
}

/** The first thing still missing, or undefined when the form can be sent. */
export const missingIn = (form: VerifyForm): Missing | undefined => {
  switch (form.finding) {
    case '':
      return { at: 'finding', say: '还差一步：点属实还是不属实' };
    case 'notTrue':
    case 'notAccepted':
      return form.reason.trim().length < 4
        ? { at: 'reason', say: '还差一步：写明原因，报告人会看到' }
        : undefined;
    case 'true':
      if (form.level === '') return { at: 'level', say: '还差一步：点有多严重' };
      if (form.criteria.length === 0 && !form.noCriterion) {
        return { at: 'criteria', say: '还差一步：选一条，或点“对不上任何一条”' };
      }
      if (form.wording.trim() === '') return { at: 'wording', say: '还差一步：写一句工会的说法' };
      return form.wording.trim().length > MAX_WORDING
        ? { at: 'wording', say: `工会的说法最多 ${MAX_WORDING} 个字` }
        : undefined;
  }
};

/** The verb on the red button. */
export const mainVerb = (form: VerifyForm): string => {
  if (form.finding === 'notTrue') return '记为不属实';
  if (form.finding === 'notAccepted') return '记为未受理';
  return form.level === 'suspectedMajor' ? '提为疑似重大' : '记为属实';
};

/** The question asked before something that cannot be taken back. */
export const confirmText = (form: VerifyForm): { title: string; lines: string[] } =>
  form.finding === 'true'
    ? {
        title: form.level === 'suspectedMajor' ? '提为疑似重大？' : '记为属实？',
        lines: [
          `公开用这句：${form.wording.trim()}`,
          '报告人马上收到消息；地点页上会显示这一条，不显示照片和报告人。',
          '记下后不能撤回，只能补充说明。',
        ],
      }
    : {
        title: form.finding === 'notTrue' ? '记为不属实？' : '记为未受理？',
        lines: [
          `原因：${form.reason.trim()}`,
          '报告人马上看到原因；上级工会 3 个工作日内会再看一遍。',
          '记下后不能撤回，只能补充说明。',
        ],
      };

export interface HeadView {
  readonly title: string;
  readonly sub: string;
  readonly state: { readonly text: string; readonly icon: string; readonly tone: string };
  readonly photos: string;
  readonly told: string;
  readonly reported: string;
}

const TOLD_TEXT = { told: '已告知现场负责人', notTold: '还没告知现场负责人', skipped: '' } as const;

export const headView = ({ head, told, photosDue }: Detail): HeadView => {
  const { staff, icon, tone } = faceOf(head);
  const waiting = photosDue > 0 ? `，${photosDue} 张还在传` : '';
  return {
    title: head.title,
    sub: `${head.unitName} ${head.place} · ${head.number}`,
    state: { text: staff, icon, tone },
    photos: head.photos === 0 ? '没有照片' : `照片 ${head.photos} 张${waiting}`,
    told: told === undefined ? '' : TOLD_TEXT[told],
    reported: `${formatDay(dateOf(head.reportedAt))}报`,
  };
};

/** Why an act is offered but not to this person now; empty when it may be done. */
export const refusalText = (detail: Detail, action: string): string => {
  const offered = detail.actions.find((candidate) => candidate.action === action);
  const refusal = offered?.refusal;
  return refusal !== undefined && isErrorCode(refusal) ? errorText(refusal) : '';
};

export const mayDo = (detail: Detail, action: string): boolean =>
  detail.actions.some((offered) => offered.action === action && offered.refusal === undefined);
