/** The words of the hazard's life. Faces and Chinese names: faces.ts. Moves: lifecycle.ts. */
export const STATES = [
  'toVerify',
  'declined',
  'joined',
  'transferred',
  'confirmed',
  'issued',
  'served',
  'rectifying',
  'toRecheck',
  'refused',
  'escalated',
  'fixed',
  'closedUnfixed',
  'voided',
] as const;
export type State = (typeof STATES)[number];

export const ACTIONS = [
  'tellSite',
  'acknowledge',
  'undo',
  'confirm',
  'declineNotTrue',
  'declineNotAccepted',
  'takePhoto',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What an actor is to one case. A person may be several at once. */
export const PARTIES = [
  'reporter',
  'inspector',
  'handler',
  'handlingChair',
  'superior',
  'federation',
  'employer',
  'custodian',
  'system',
] as const;
export type Party = (typeof PARTIES)[number];

/** 一般 or 疑似重大: a union suspects, it never determines. */
export const LEVELS = ['ordinary', 'suspectedMajor'] as const;
export type Level = (typeof LEVELS)[number];

export const DECLINE_OUTCOMES = ['notTrue', 'notAccepted'] as const;
export type DeclineOutcome = (typeof DECLINE_OUTCOMES)[number];

/** Running clocks; their lengths are campaign rules (rules.ts), never law. */
export const CLOCKS = ['acknowledge', 'verify', 'issue', 'superiorReview'] as const;
export type Clock = (typeof CLOCKS)[number];

export const TOLD_ANSWERS = ['told', 'notTold', 'skipped'] as const;
export type ToldAnswer = (typeof TOLD_ANSWERS)[number];
