import { linkEvent } from '../audit';
import { dateOf } from '../calendar';
import { handlingUnion, type Unit } from '../org';
import type { Case, CaseEvent, EffectJob, Photo } from './case';
import { nextWake, startClocks } from './deadlines';
import type { DecideEnv } from './decide-env';
import { facetsOf } from './facets';
import { toEffects } from './finish';
import { headOf } from './head';
import { queuePlace } from './queue';

/** A report as the server hands it over: the place read, the ids made, the photos that are ready. */
export interface Report {
  readonly id: string;
  readonly number: string;
  readonly alias: string;
  readonly receipt: string;
  readonly request: string;
  readonly place: { readonly code: string; readonly name: string };
  readonly unit: Unit;
  readonly category: string;
  readonly danger: boolean;
  readonly toSuperior: boolean;
  readonly words?: string | undefined;
  readonly photos: readonly Photo[];
  readonly photosDue: readonly string[];
  /** The slots document, to take over photos that finish while the report is written. */
  readonly slots?: string | undefined;
}

/** The first version of a case. Inserted under its deterministic id, so a second insert is a replay. */
export const newCase = (report: Report, env: DecideEnv): Case => {
  const { now, rules, calendar } = env;
  const { unit } = report;
  const handling = handlingUnion(unit, env.unitById, { toSuperior: report.toSuperior });
  const due = startClocks(['acknowledge', 'verify'], now, rules, calendar);
  const event = firstEvent(report, env);
  const queue = { handling: queuePlace(handling, { due, danger: report.danger }, rules, calendar) };
  const base = {
    _id: report.id,
    version: 1,
    number: report.number,
    state: 'toVerify' as const,
    rules: rules.version,
    reportedAt: now,
    updatedAt: now,
    place: report.place,
    unit: { id: unit._id, name: unit.name, path: unit.path },
    handlingUnion: handling,
    toSuperior: report.toSuperior,
    category: report.category,
    danger: report.danger,
    ...(report.words === undefined || report.words === '' ? {} : { words: report.words }),
    alias: report.alias,
    receipt: report.receipt,
    photos: report.photos,
    photosDue: report.photosDue,
    due,
    wakeAt: nextWake(due, now),
    queue,
    logFrom: 0,
    log: [event.event],
    chains: { inner: event.head },
    requests: [{ id: report.request, v: 1 }],
    dropped: 0,
    pending: toEffects(firstJobs(report, handling), event.event.n, now, false),
  };
  return { ...base, facets: facetsOf(base), head: headOf(base) };
};

const firstJobs = (report: Report, handling: string): EffectJob[] => [
  { kind: 'tellUnit', unit: handling, notice: 'toVerify' },
  ...(report.photosDue.length === 0 || report.slots === undefined
    ? []
    : [{ kind: 'takePhotos' as const, slots: report.slots }]),
];

const firstEvent = (report: Report, env: DecideEnv) => {
  const day = dateOf(env.now);
  const content = {
    category: report.category,
    place: report.place.code,
    danger: report.danger,
    toSuperior: report.toSuperior,
    ...(report.words === undefined ? {} : { words: report.words }),
    photos: report.photos.map(({ id, stored }) => ({ id, stored })),
    photosDue: report.photosDue,
  };
  const { link, head } = linkEvent(
    undefined,
    { kind: 'report', role: 'reporter', day, content },
    env.salt(),
  );
  const event: CaseEvent = {
    n: head.n,
    at: env.now,
    day,
    kind: 'report',
    role: 'reporter',
    request: report.request,
    content,
    inner: link,
  };
  return { event, head };
};
