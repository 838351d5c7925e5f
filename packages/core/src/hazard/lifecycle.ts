import type { Action, Party, State } from './state';

/**
 * The life of a hazard in one table: in which state who may do what, and where it leads.
 * The server decides by it, the phone draws its buttons from it, docs/states.md prints it.
 * Words and source: the campaign plan, clauses 二(二) and 四; 安全生产法 60.
 */
export interface Move {
  /** Parties that may do it. Nobody else, whatever role they hold elsewhere. */
  readonly by: readonly Party[];
  readonly to: State | 'same';
  /** A further condition on the case, looked up in guards.ts. */
  readonly when?: Guard;
  /** Whether the event also enters the open chain, which employer and public can check. */
  readonly open: boolean;
  /** Asks before it is done; what does not ask can be taken back for ten seconds. */
  readonly asks: boolean;
  /** Reporters never decide about their own report, even as its handler. */
  readonly notOwn: boolean;
}

export type Guard = 'notAcknowledged' | 'justActed' | 'notTold' | 'photoMissing';

const HANDLERS = ['handler', 'handlingChair'] as const;

const tellSite: Move = {
  by: ['reporter'],
  to: 'same',
  when: 'notTold',
  open: false,
  asks: false,
  notOwn: false,
};

/** A photo that finished uploading after the report was written. */
const takePhoto: Move = {
  by: ['system'],
  to: 'same',
  when: 'photoMissing',
  open: false,
  asks: false,
  notOwn: false,
};

const late = { tellSite, takePhoto };

export const LIFECYCLE = {
  toVerify: {
    ...late,
    acknowledge: {
      by: HANDLERS,
      to: 'same',
      when: 'notAcknowledged',
      open: false,
      asks: false,
      notOwn: true,
    },
    undo: { by: HANDLERS, to: 'same', when: 'justActed', open: false, asks: false, notOwn: true },
    confirm: { by: HANDLERS, to: 'confirmed', open: true, asks: true, notOwn: true },
    declineNotTrue: { by: HANDLERS, to: 'declined', open: false, asks: true, notOwn: true },
    declineNotAccepted: { by: HANDLERS, to: 'declined', open: false, asks: true, notOwn: true },
  },
  declined: late,
  joined: late,
  transferred: late,
  confirmed: late,
  issued: late,
  served: late,
  rectifying: late,
  toRecheck: late,
  refused: late,
  escalated: late,
  fixed: {},
  closedUnfixed: {},
  voided: {},
} as const satisfies Record<State, Partial<Record<Action, Move>>>;

const table: Record<State, Partial<Record<Action, Move>>> = LIFECYCLE;

/** The move for an action in a state, or undefined if there is none. */
export const moveFor = (state: State, action: Action): Move | undefined => table[state][action];

/** The moves of a state in the order in which buttons appear: the first is the main one. */
export const movesOf = (state: State): ReadonlyArray<readonly [Action, Move]> =>
  ACTION_ORDER.flatMap((action) => {
    const move = table[state][action];
    return move === undefined ? [] : [[action, move] as const];
  });

const ACTION_ORDER: readonly Action[] = [
  'acknowledge',
  'confirm',
  'declineNotTrue',
  'declineNotAccepted',
  'undo',
  'tellSite',
  'takePhoto',
];
