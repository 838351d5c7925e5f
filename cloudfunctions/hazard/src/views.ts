import type { OutputOf } from '@anshao/core';
import {
  actionsFor,
  type Case,
  type CaseEvent,
  CLOCKS,
  type Clock,
  type hazardContracts,
  type Photo,
} from '@anshao/core/hazard';
import type { PersonCall } from '@anshao/server';
import { temporaryUrls } from '@anshao/server/storage';
import type { Viewer } from '@anshao/server/viewer';

/** What people see of a case. The contract strips whatever is not declared there. */
type Acted = OutputOf<typeof hazardContracts.acknowledge>;
type Detail = OutputOf<typeof hazardContracts.detail>;

/** The acts a person is offered now. */
export const offered = (kase: Case, viewer: Viewer, now: number): Acted['actions'] =>
  actionsFor(kase, { parties: viewer.partiesIn(kase), own: viewer.owns(kase), by: viewer.by }, now);

/** Until when this person can still take back what was done last. */
export const undoUntil = (kase: Case, viewer: Viewer, now: number): { undoUntil?: number } =>
  offered(kase, viewer, now).some(({ action }) => action === 'undo') && kase.undo !== undefined
    ? { undoUntil: kase.undo.until }
    : {};

/** A case after an act. */
export const actedView = (kase: Case, viewer: Viewer, { now }: PersonCall): Acted => ({
  id: kase._id,
  version: kase.version,
  head: kase.head,
  actions: offered(kase, viewer, now),
  ...undoUntil(kase, viewer, now),
});

/** Running clocks, the first to end first. */
export const dueList = (due: Case['due']): Array<{ clock: Clock; at: number }> =>
  CLOCKS.flatMap((clock) => {
    const at = due[clock];
    return at === undefined ? [] : [{ clock, at }];
  }).sort((a, b) => a.at - b.at);

/** What the reporter keeps in hand. */
export const receiptView = (kase: Case): OutputOf<typeof hazardContracts.report> => ({
  id: kase._id,
  version: kase.version,
  number: kase.number,
  title: kase.head.title,
  reportedAt: kase.reportedAt,
  photosStored: kase.photos.length,
  photosTotal: kase.photos.length + kase.photosDue.length,
  due: dueList(kase.due),
});

const SHOWN_IN_STEP = ['level', 'wording', 'outcome', 'reason'] as const;

const isFields = (content: unknown): content is Readonly<Record<string, unknown>> =>
  typeof content === 'object' && content !== null && !Array.isArray(content);

/** The timeline: who acted appears as a part, never as a name or a hash. */
export const stepsOf = (events: readonly CaseEvent[]): Detail['steps'] =>
  events.map(({ n, at, kind, role, content }) => {
    const said = isFields(content) ? content : {};
    const shown = SHOWN_IN_STEP.flatMap((field) => (field in said ? [[field, said[field]]] : []));
    return { n, at, kind, role, ...Object.fromEntries(shown) };
  });

/** Photos with addresses that work for ten minutes. */
export const photosOf = async (photos: readonly Photo[]): Promise<Detail['photos']> => {
  if (photos.length === 0) return [];
  const urls = await temporaryUrls(photos.flatMap(({ file, thumb }) => [file, thumb]));
  return photos.flatMap(({ id, file, thumb }) => {
    const url = urls.get(file);
    return url === undefined ? [] : [{ id, url, thumb: urls.get(thumb) ?? url }];
  });
};

interface Headed {
  readonly _id: string;
  readonly version: number;
  readonly head: Case['head'];
}

/** A row of a list with the address of its thumbnail. */
export const rowsOf = async <R extends Headed>(
  rows: readonly R[],
): Promise<
  Array<{ row: R; view: { id: string; version: number; head: Case['head']; thumb?: string } }>
> => {
  const thumbs = rows.flatMap(({ head }) => (head.thumb === undefined ? [] : [head.thumb]));
  const urls = await temporaryUrls(thumbs);
  return rows.map((row) => {
    const thumb = urls.get(row.head.thumb ?? '');
    const { _id: id, version, head } = row;
    return { row, view: { id, version, head, ...(thumb === undefined ? {} : { thumb }) } };
  });
};
