import type { BarAct } from '../../../components/as-action-bar/action-bar.view';
import type { OutputOf } from '../../../vendor/core';
import {
  ACTION_WORDS,
  criterionById,
  dateOf,
  errorText,
  faceOf,
  formatDay,
  type hazardContracts,
  isErrorCode,
} from '../../../vendor/core';

type Detail = OutputOf<typeof hazardContracts.detail>;
type Step = Detail['steps'][number];

export interface Line {
  readonly key: string;
  readonly mark: 'done' | 'now' | 'late' | 'told';
  readonly text: string;
  readonly note: string;
  readonly date: string;
}

export interface DetailView {
  readonly title: string;
  readonly sub: string;
  readonly state: { readonly text: string; readonly icon: string; readonly tone: string };
  readonly dueAt: number;
  readonly danger: boolean;
  readonly major: boolean;
  readonly photoCount: string;
  readonly photos: Detail['photos'];
  readonly words: string;
  readonly facts: readonly string[];
  readonly criteria: readonly string[];
  readonly lines: readonly Line[];
  readonly acts: readonly BarAct[];
  /** The form of 核实 is shown. */
  readonly mayVerify: boolean;
  /** Why there is no form although the hazard waits to be verified; empty otherwise. */
  readonly refusal: string;
}

const TOLD = { told: '报告人：已告知现场负责人', notTold: '报告人：还没告知现场负责人' };

const factsOf = ({ head, told, toSuperior }: Detail): string[] => [
  `${formatDay(dateOf(head.reportedAt))}报`,
  ...(told === 'told' || told === 'notTold' ? [TOLD[told]] : []),
  ...(head.level === 'suspectedMajor' ? ['疑似重大：由企业对照标准判定、主管部门核查'] : []),
  ...(toSuperior ? ['报告人请上级工会来办：本单位工会看不到这条'] : []),
];

const STEP_TEXT: Readonly<Record<Step['kind'], string>> = {
  report: '职工报的，已存好',
  acknowledge: '受理',
  undo: '撤回受理',
  confirm: '核实：属实',
  declineNotTrue: '核实：不属实',
  declineNotAccepted: '未受理',
  tellSite: '报告人答了“已告知现场负责人？”',
  takePhoto: '照片补齐',
};

const lineOf = (step: Step): Line => ({
  key: `step-${step.n}`,
  mark: step.kind.startsWith('decline') || step.kind === 'undo' ? 'told' : 'done',
  text: STEP_TEXT[step.kind],
  note: step.reason ?? step.wording ?? '',
  date: formatDay(dateOf(step.at)),
});

const refusalOf = (code: string | undefined): string =>
  code !== undefined && isErrorCode(code) ? errorText(code) : '';

/** Acts of the bar before the form is sent; the form's own verb is the page's red button. */
const actsOf = (detail: Detail, now: number): BarAct[] =>
  detail.actions.flatMap(({ action, refusal }): BarAct[] => {
    if (action !== 'acknowledge' && action !== 'undo') return [];
    if (action === 'undo' && (detail.undoUntil ?? 0) < now) return [];
    const act = { id: action, text: ACTION_WORDS[action] };
    return [refusal === undefined ? act : { ...act, refusal: refusalOf(refusal) }];
  });

/** Before it is verified the title names the place already. */
const subOf = ({ unitName, place, title, number }: Detail['head']): string =>
  `${unitName}${title.includes(place) ? '' : ` ${place}`} · ${number}`;

export const detailView = (detail: Detail, now: number): DetailView => {
  const { head } = detail;
  const { staff, icon, tone } = faceOf(head);
  const confirm = detail.actions.find(({ action }) => action === 'confirm');
  const waiting = detail.photosDue > 0 ? `，${detail.photosDue} 张还在传` : '';
  return {
    title: head.title,
    sub: subOf(head),
    state: { text: staff, icon, tone },
    dueAt: head.due?.at ?? 0,
    danger: head.danger,
    major: head.level === 'suspectedMajor',
    photoCount: head.photos === 0 ? '没有照片' : `照片 ${head.photos} 张${waiting}`,
    photos: detail.photos,
    words: detail.words ?? '',
    facts: factsOf(detail),
    criteria: detail.criteria.map((id) => criterionById(id)?.heading ?? id),
    lines: [...detail.steps].reverse().map(lineOf),
    acts: actsOf(detail, now),
    mayVerify: confirm !== undefined && confirm.refusal === undefined,
    refusal: refusalOf(confirm?.refusal),
  };
};
