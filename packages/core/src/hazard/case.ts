import type { ChainHead, Link } from '../audit';
import type { PlainDate } from '../calendar';
import type { Json } from '../json';
import type { Notice } from '../reminder';
import type { Action, Clock, DeclineOutcome, Level, Party, State, ToldAnswer } from './state';

/** A photo whose clean copy has been stored, read back and compared. */
export interface Photo {
  readonly id: string;
  /** Storage file of the copy without metadata, under `sealed/`. */
  readonly file: string;
  readonly thumb: string;
  /** SHA-256 the phone computed over the original, hex. */
  readonly original: string;
  /** SHA-256 of the stored copy, hex. */
  readonly stored: string;
  readonly at: number;
}

/** One thing that happened. The two links stand in the two chains (house: inner, open). */
export interface CaseEvent {
  readonly n: number;
  readonly at: number;
  readonly day: PlainDate;
  readonly kind: 'report' | Action;
  /** The part in which the person acted, never the person. */
  readonly role: Party;
  /** Keyed hash of the acting member, for handlers' accountability; none for reporter and system. */
  readonly by?: string;
  readonly request: string;
  readonly content: Json;
  readonly inner: Link;
  readonly open?: Link;
}

/** Something to be done because of an event, at least once; its id makes doing it twice harmless. */
export interface Effect {
  readonly id: string;
  /** Not before this moment, epoch ms; the drain inside the invocation does not wait for it. */
  readonly at: number;
  readonly tries: number;
  /** Withheld from the drain until `at`: the act can still be taken back. */
  readonly held?: boolean;
  readonly cursor?: string;
  readonly do: EffectJob;
}

export type EffectJob =
  | { readonly kind: 'tellReporter'; readonly alias: string; readonly notice: Notice }
  | { readonly kind: 'tellUnit'; readonly unit: string; readonly notice: Notice }
  | { readonly kind: 'takePhotos'; readonly slots: string }
  | { readonly kind: 'deleteFiles'; readonly files: readonly string[] };

/** Who has the case on the table, and since when it burns (0: life in danger). */
export interface QueuePlace {
  readonly unit: string;
  readonly at: number;
}
export type Holder = 'handling' | 'superior' | 'employer' | 'federation';

/** What lists read instead of the case. Nothing in it tells who reported. */
export interface CaseHead {
  readonly number: string;
  /** Category and place before 确认, the union's wording after. */
  readonly title: string;
  readonly place: string;
  readonly unitName: string;
  readonly category: string;
  readonly state: State;
  readonly outcome?: DeclineOutcome;
  readonly level?: Level;
  readonly acknowledged: boolean;
  readonly danger: boolean;
  readonly thumb?: string;
  readonly photos: number;
  readonly due?: { readonly clock: Clock; readonly at: number };
  readonly reportedAt: number;
}

export interface Case {
  readonly _id: string;
  readonly version: number;
  readonly number: string;
  readonly state: State;
  readonly outcome?: DeclineOutcome;
  readonly level?: Level;
  readonly rules: string;
  readonly reportedAt: number;
  readonly updatedAt: number;
  readonly place: { readonly code: string; readonly name: string };
  /** The unit the place belongs to, stamped; rights come from the tree, never from this stamp. */
  readonly unit: { readonly id: string; readonly name: string; readonly path: readonly string[] };
  readonly handlingUnion: string;
  readonly toSuperior: boolean;
  readonly category: string;
  readonly danger: boolean;
  readonly words?: string;
  /** Pseudonym of the reporter in this case alone. */
  readonly alias: string;
  /** SHA-256 of the receipt code, hex; the code itself never leaves the phone. */
  readonly receipt: string;
  readonly told?: ToldAnswer;
  readonly acknowledged?: { readonly at: number; readonly by: string };
  readonly verdict?: {
    readonly at: number;
    readonly by: string;
    readonly criteria: readonly string[];
    readonly reason?: string;
  };
  /** 工会的说法: the only words about the hazard that employer and public ever read. */
  readonly wording?: string;
  /** Set from 确认 on: what a public page finds. An unverified report has no such field. */
  readonly shown?: { readonly place: string; readonly at: number };
  readonly photos: readonly Photo[];
  /** Photos announced with the report that have not been stored yet. */
  readonly photosDue: readonly string[];
  readonly due: Partial<Record<Clock, number>>;
  readonly wakeAt: number;
  readonly queue: Partial<Record<Holder, QueuePlace>>;
  readonly facets: readonly string[];
  readonly head: CaseHead;
  readonly log: readonly CaseEvent[];
  /** How many events have moved to volume documents. */
  readonly logFrom: number;
  readonly chains: { readonly inner: ChainHead; readonly open?: ChainHead };
  readonly requests: ReadonlyArray<{ readonly id: string; readonly v: number }>;
  /** Highest version whose request id has been dropped from `requests`. */
  readonly dropped: number;
  readonly pending: readonly Effect[];
  readonly undo?: Undo;
}

/** What 撤回 puts back, and until when. */
export interface Undo {
  readonly action: Action;
  readonly by: string;
  readonly version: number;
  readonly until: number;
  readonly restore: {
    readonly due: Partial<Record<Clock, number>>;
    readonly wakeAt: number;
    readonly queue: Partial<Record<Holder, QueuePlace>>;
  };
  readonly effects: readonly string[];
}

/** Fields an act may set or remove. `log` and `pending` are only pushed to and pulled from. */
export type CaseFields = Omit<Case, '_id' | 'version' | 'log' | 'pending'>;

/** What an act changes: one conditional write, nothing else. */
export interface Change {
  readonly set: Partial<CaseFields>;
  readonly remove: ReadonlyArray<'undo' | 'acknowledged' | 'shown' | 'told'>;
  readonly events: readonly CaseEvent[];
  readonly effects: readonly Effect[];
  readonly pull: readonly string[];
}
