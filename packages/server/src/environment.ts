/**
 * What the environment consists of, as code: collections with their indexes and rules, storage
 * rules, message templates. The local cloud, the deploy notes and the checks all read this.
 */
interface Index {
  readonly name: string;
  readonly keys: ReadonlyArray<readonly [field: string, direction: 1 | -1]>;
  readonly unique?: boolean;
  readonly sparse?: boolean;
}

interface CollectionRules {
  /** Only functions read and write: every authorisation is made in them. */
  readonly rules: 'ADMINONLY';
  readonly indexes: readonly Index[];
}

const only = (...indexes: Index[]): CollectionRules => ({ rules: 'ADMINONLY', indexes });

const by = (name: string, ...fields: string[]): Index => ({
  name,
  keys: fields.map((field) => [field, 1] as const),
});

const collections = {
  cases: only(
    { ...by('number', 'number'), unique: true },
    by('alias', 'alias'),
    by('receipt', 'receipt'),
    by('handling', 'queue.handling.unit', 'queue.handling.at'),
    by('superior', 'queue.superior.unit', 'queue.superior.at'),
    by('shown', 'shown.place'),
    by('pending', 'pending.at'),
    by('facets', 'facets'),
  ),
  volumes: only(),
  slots: only(by('sweepAt', 'sweepAt')),
  identities: only(by('mine', 'mine'), by('fresh', 'fresh')),
  members: only(by('posts', 'posts.unit')),
  units: only(by('parent', 'parent', 'name')),
  places: only(by('unit', 'unit')),
  invites: only(),
  inbox: only({
    name: 'key',
    keys: [
      ['key', 1],
      ['at', -1],
    ],
  }),
  accepts: only(),
  counters: only(by('day', 'day')),
  settings: only(),
} as const satisfies Record<string, CollectionRules>;

const storage = {
  /** The creator writes to paths that `hazard.slots` gave out; nobody reads. */
  'incoming/': { read: 'none', write: 'creator' },
  /** Clean copies: functions only, staff and reporters by a ten-minute address. */
  'sealed/': { read: 'functions', write: 'functions' },
  'public/': { read: 'all', write: 'functions' },
} as const;

/** Subscription templates with their keywords, in the order in which messages fill them. */
const templates = {
  'anshao-reporter-progress': ['thing1', 'thing2', 'time3'],
  'anshao-duty': ['thing1', 'thing2', 'time3'],
} as const;

export const environment = { collections, storage, templates };
