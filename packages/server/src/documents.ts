import type { Case, CaseEvent, CaseHead, Photo } from '@anshao/core/hazard';
import type { Membership, Role, Unit } from '@anshao/core/org';
import type { Notice } from '@anshao/core/reminder';
import { collection, reader } from './database';

/** Events 100k … 100k+99 of a case, `_id` = `<case>:<k>`. */
export interface Volume {
  readonly _id: string;
  readonly events: readonly CaseEvent[];
}

export interface Slot {
  readonly id: string;
  /** SHA-256 that the phone computed, hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** Where the phone uploads to. */
  readonly path: string;
  /** The folder of the clean copy and its thumbnail. */
  readonly sealed: string;
  /** The clean copy, once it has been stored and read back. */
  readonly photo?: Photo;
}

/** The photos of a draft, `_id` = `<case>:slots`, long before there is a case. */
export interface Slots {
  readonly _id: string;
  readonly version: number;
  readonly at: number;
  readonly slots: readonly Slot[];
  /** Original files to be deleted: their clean copies are recorded. */
  readonly trash: readonly string[];
  /** When the timer next has something to do here. */
  readonly sweepAt: number;
  /** Too old to be reported: its files go soon. */
  readonly closed: boolean;
}

/** Who reported, readable by nobody but `identity`. Nothing in it is found from a case without keys. */
export interface IdentityRow {
  readonly _id: string;
  readonly mine: string;
  readonly alias: string;
  readonly sealed: string;
  /** The day it was written, as long as nobody has seen that its case exists. */
  readonly fresh?: string;
}

export interface Member {
  readonly _id: string;
  readonly version: number;
  readonly posts: readonly Membership[];
  readonly sealed: string;
  /** WeChat messages this person has accepted and not been sent yet. */
  readonly accepts: number;
  readonly acceptRequests: readonly string[];
}

/** A unit with the people by whom `officers` is counted. */
export interface UnitDocument extends Unit {
  readonly bound: readonly string[];
  readonly founder?: string;
}

export interface Place {
  readonly _id: string;
  readonly unit: string;
  readonly name: string;
  readonly equipment?: string;
  readonly closed: boolean;
}

/** `_id` = SHA-256 of the code. */
export interface Invite {
  readonly _id: string;
  readonly unit: string;
  readonly role: Role;
  readonly lead: boolean;
  readonly until: number;
  readonly by: string;
  /** Who took the post; null until then. */
  readonly usedBy: string | null;
}

export interface InboxEntry {
  readonly _id: string;
  /** The alias of a reporter or the keyed hash of a person. */
  readonly key: string;
  readonly notice: Notice;
  readonly caseId: string;
  readonly unit?: { readonly id: string; readonly name: string };
  readonly title: string;
  readonly at: number;
  readonly read: boolean;
  readonly wechat: boolean;
}

/** A reporter's accepted WeChat message, `_id` = alias; at most one a case. */
export interface Accept {
  readonly _id: string;
  readonly left: number;
}

/** How often a person did something on a day; the key of that day alone finds it. */
export interface Counter {
  readonly _id: string;
  readonly day: string;
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly seen: readonly string[];
}

export interface Setting {
  readonly _id: string;
  readonly value: unknown;
}

const isDocument = (value: unknown): value is { readonly _id: string } =>
  typeof value === 'object' && value !== null && '_id' in value && typeof value._id === 'string';

/** Fields that every document of a collection has; one without them is none of ours. */
const having =
  <D>(...fields: ReadonlyArray<keyof D & string>) =>
  (value: unknown): value is D =>
    isDocument(value) && fields.every((field) => Object.hasOwn(value, field));

export const cases = collection('cases', having<Case>('version', 'log', 'pending', 'head'));
export const volumes = collection('volumes', having<Volume>('events'));
export const slotsOf = collection('slots', having<Slots>('version', 'slots', 'trash'));
export const identities = collection('identities', having<IdentityRow>('mine', 'sealed'));
export const members = collection('members', having<Member>('version', 'posts', 'accepts'));
export const units = collection('units', having<UnitDocument>('kind', 'path', 'officers'));
export const places = collection('places', having<Place>('unit', 'name', 'closed'));
export const invites = collection('invites', having<Invite>('unit', 'role', 'until'));
export const inbox = collection('inbox', having<InboxEntry>('key', 'notice', 'caseId'));
export const accepts = collection('accepts', having<Accept>('left'));
export const counters = collection('counters', having<Counter>('counts', 'day'));
export const settings = collection('settings', having<Setting>('value'));

/** What lists read of a case: never its log. */
export interface CaseRow {
  readonly _id: string;
  readonly version: number;
  readonly head: CaseHead;
}

export const caseRows = reader('cases', having<CaseRow>('version', 'head'), ['version', 'head']);

export type QueueRow = CaseRow & Pick<Case, 'queue' | 'due'>;

export const queueRows = reader('cases', having<QueueRow>('version', 'head', 'queue'), [
  'version',
  'head',
  'queue',
  'due',
]);

/** What a place page reads: the union's words and nothing that a report brought in. */
export type ShownRow = Pick<Case, '_id' | 'state' | 'level' | 'wording' | 'due' | 'shown'>;

export const shownRows = reader('cases', having<ShownRow>('state', 'shown'), [
  'state',
  'level',
  'wording',
  'due',
  'shown',
]);

/** Only the ids and pseudonyms of cases. */
export const caseAliases = reader('cases', having<Pick<Case, '_id' | 'alias'>>('alias'), ['alias']);
