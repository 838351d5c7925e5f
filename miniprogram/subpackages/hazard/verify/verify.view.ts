import type { BarAct } from '../../../components/as-action-bar/action-bar.view';
import { type Level, MAX_WORDING } from '../../../vendor/core';

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
  /** The officer has written the wording: a new suggestion no longer replaces it. */
  readonly reworded: boolean;
  readonly reason: string;
}

export const EMPTY_FORM: VerifyForm = {
  finding: '',
  level: '',
  criteria: [],
  noCriterion: false,
  wording: '',
  reworded: false,
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
  if (form.finding === '') return '记下结果';
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

/**
 * The bar: whoever has begun the form is offered its verb first, whoever has not is offered 受理
 * first while that is still to be done.
 */
export const barActs = (
  view: { readonly mayVerify: boolean; readonly acts: readonly BarAct[] },
  form: VerifyForm,
): BarAct[] => {
  if (!view.mayVerify) return [...view.acts];
  const verdict = { id: 'verdict', text: mainVerb(form) };
  const waits = view.acts.some(({ id, refusal }) => id === 'acknowledge' && refusal === undefined);
  return form.finding === '' && waits ? [...view.acts, verdict] : [verdict, ...view.acts];
};
