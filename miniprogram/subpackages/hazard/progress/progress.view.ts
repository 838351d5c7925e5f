import type { OutputOf } from '../../../vendor/core';
import { dateOf, faceOf, formatDay, type hazardContracts } from '../../../vendor/core';

type Progress = OutputOf<typeof hazardContracts.progress>;
type Step = Progress['steps'][number];

/** done: a green tick; now: who acts next; late: past its date; told: a decision to read. */
export type LineMark = 'done' | 'now' | 'late' | 'told';

export interface TimelineLine {
  readonly key: string;
  readonly mark: LineMark;
  readonly text: string;
  readonly note: string;
  readonly date: string;
}

/** The last moment of a due day belongs to that day. */
const dueDay = (at: number): string => `${formatDay(dateOf(at - 1))}前`;

const NEXT_TEXT: Readonly<Record<string, string>> = {
  acknowledge: '等工会受理',
  verify: '等工会到现场核实',
  issue: '等工会给企业写建议书',
  superiorReview: '上级工会再看一遍',
};

/** What comes next, with its date, on top of the timeline. */
const nextLine = (progress: Progress, now: number): TimelineLine[] => {
  const [due] = [...progress.due].sort((a, b) => a.at - b.at);
  if (due === undefined) return [];
  const late = due.at <= now;
  return [
    {
      key: 'next',
      mark: late ? 'late' : 'now',
      text: NEXT_TEXT[due.clock] ?? '等工会办',
      note: late ? '过了日子，上级工会看得到' : '',
      date: dueDay(due.at),
    },
  ];
};

/** The reason of a decision has its own card above. */
const stepText = (step: Step): { text: string; note: string; mark: LineMark } | undefined => {
  switch (step.kind) {
    case 'report':
      return { text: '您报的已存好', note: '', mark: 'done' };
    case 'acknowledge':
      return { text: '工会已受理', note: '', mark: 'done' };
    case 'undo':
      return { text: '工会撤回了刚才的受理', note: '', mark: 'told' };
    case 'confirm':
      return { text: '工会核实：属实', note: step.wording ?? '', mark: 'done' };
    case 'declineNotTrue':
      return { text: '工会去看过：没发现', note: '', mark: 'told' };
    case 'declineNotAccepted':
      return { text: '工会看过：未受理', note: '', mark: 'told' };
    case 'tellSite':
      return undefined;
    case 'takePhoto':
      return { text: '照片补齐了', note: '', mark: 'done' };
  }
};

/** Newest first, the next step on top; who acts appears as a part, never as a name. */
export const timeline = (progress: Progress, now: number): TimelineLine[] => [
  ...nextLine(progress, now),
  ...[...progress.steps].reverse().flatMap((step): TimelineLine[] => {
    const said = stepText(step);
    return said === undefined
      ? []
      : [{ key: `step-${step.n}`, date: formatDay(dateOf(step.at)), ...said }];
  }),
];

/** Why a report was declined, in the union's words; undefined while it was not. */
export const declinedReason = (
  progress: Progress,
): { head: string; reason: string } | undefined => {
  const { state, outcome } = progress.head;
  if (state !== 'declined') return undefined;
  const last = [...progress.steps].reverse().find((step) => step.reason !== undefined);
  const head = outcome === 'notTrue' ? '工会为什么说没发现' : '为什么没有受理';
  return { head, reason: last?.reason ?? '' };
};

/** n / m 张已存好, or undefined for a report without photos. */
export const photoLine = (progress: Progress): string | undefined => {
  const { photosStored, photosTotal } = progress;
  if (photosTotal === 0) return undefined;
  const left = photosTotal - photosStored;
  return `${photosStored} / ${photosTotal} 张已存好${left > 0 ? `，还有 ${left} 张没传完` : ''}`;
};

export interface ProgressView {
  readonly number: string;
  readonly title: string;
  readonly state: { readonly text: string; readonly icon: string; readonly tone: string };
  readonly dueAt: number;
  readonly declined: { readonly head: string; readonly reason: string } | null;
  readonly photoLine: string;
  readonly photos: Progress['photos'];
  readonly lines: readonly TimelineLine[];
  readonly handledBy: string;
}

export const progressView = (progress: Progress, now: number): ProgressView => {
  const { staff, icon, tone } = faceOf(progress.head);
  const declined = declinedReason(progress);
  return {
    number: progress.number,
    title: progress.title,
    state: { text: staff, icon, tone },
    // After a decision the superior union's date stands in the timeline alone.
    dueAt: declined === undefined ? (progress.head.due?.at ?? 0) : 0,
    declined: declined ?? null,
    photoLine: photoLine(progress) ?? '',
    photos: progress.photos,
    lines: timeline(progress, now),
    handledBy: progress.handledBy,
  };
};
