import type { CaseHead } from './case';
import type { Action, DeclineOutcome, State } from './state';

export type Tone = 'mute' | 'blue' | 'warn' | 'ok' | 'danger';

/** One word, one icon, one colour for a state, everywhere. */
export interface Face {
  /** The trade's word, for staff. */
  readonly staff: string;
  /** What the reporter reads. */
  readonly worker: string;
  readonly icon: string;
  readonly tone: Tone;
}

/** Icons stand under their key, so that the phone's build finds which ones to draw. */
const face = (staff: string, worker: string, drawn: Pick<Face, 'icon' | 'tone'>): Face => ({
  staff,
  worker,
  ...drawn,
});

const STATE_FACES: Readonly<Record<State, Face>> = {
  toVerify: face('待核实', '工会已受理，会来看', { icon: 'hourglass', tone: 'mute' }),
  declined: face('未受理', '没有受理，看原因', { icon: 'info-circle', tone: 'mute' }),
  joined: face('合并办理', '和同一处一起办，编号照样有效', { icon: 'git-merge', tone: 'mute' }),
  transferred: face('转办', '转给了管这事的部门', { icon: 'swap', tone: 'mute' }),
  confirmed: face('待写建议书', '工会正在找企业', { icon: 'edit', tone: 'blue' }),
  issued: face('待送达', '工会正在找企业', { icon: 'send', tone: 'blue' }),
  served: face('待答复', '工会正在找企业', { icon: 'mail', tone: 'blue' }),
  rectifying: face('整改中', '企业正在改', { icon: 'tools', tone: 'blue' }),
  toRecheck: face('待复查', '企业说改好了，您看呢？', { icon: 'browse', tone: 'blue' }),
  refused: face('记为拒不整改（工会记录）', '企业没有改，工会记下了', {
    icon: 'stop-circle',
    tone: 'danger',
  }),
  escalated: face('已反映', '工会向监管部门和上级工会反映了', {
    icon: 'institution',
    tone: 'blue',
  }),
  fixed: face('工会销号', '工会复查通过', { icon: 'check-circle-filled', tone: 'ok' }),
  closedUnfixed: face('未整改办结', '没改好，看原因', { icon: 'close-circle', tone: 'mute' }),
  voided: face('作废', '这条不再办，看原因', { icon: 'info-circle', tone: 'mute' }),
};

const NOT_ACKNOWLEDGED = face('待受理', '存好了，等工会收', { icon: 'hourglass', tone: 'mute' });

const OUTCOME_FACES: Readonly<Record<DeclineOutcome, Face>> = {
  notTrue: face('核实不属实', '工会去看过，没发现，看原因', { icon: 'info-circle', tone: 'mute' }),
  notAccepted: STATE_FACES.declined,
};

type FaceSource = Pick<CaseHead, 'state' | 'acknowledged'> & {
  readonly outcome?: DeclineOutcome | undefined;
};

/** The face of a case as lists and pages show it. */
export const faceOf = (source: FaceSource): Face => {
  if (source.state === 'toVerify' && !source.acknowledged) return NOT_ACKNOWLEDGED;
  if (source.state === 'declined' && source.outcome !== undefined) {
    return OUTCOME_FACES[source.outcome];
  }
  return STATE_FACES[source.state];
};

/** The verb on a button. */
export const ACTION_WORDS: Readonly<Record<Action, string>> = {
  tellSite: '告诉了',
  acknowledge: '受理',
  undo: '撤回',
  confirm: '属实',
  declineNotTrue: '不属实',
  declineNotAccepted: '未受理',
  takePhoto: '存照片',
};
