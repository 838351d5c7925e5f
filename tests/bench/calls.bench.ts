import { foundCity, startServer } from '../builders/own-cloud';
import { type Cost, costOf } from '../builders/requests';
import { storedDraft } from '../builders/stored-draft';
import { type Bench, countRow, type Row, ratioRow, seenRow } from './bench';
import { PLAIN_OFFICER, PLAIN_PLACE, PLAIN_WORKER, startPlainCloud } from './plain-cloud';

/** As many photos as a report usually has. */
const PHOTOS = 3;

const JOBS = [
  { job: 'report', what: `a report with ${PHOTOS} photos`, most: 5 },
  { job: 'mine', what: 'one’s own list', most: 2 },
  { job: 'queue', what: 'the table of a post', most: 2 },
  { job: 'detail', what: 'a case', most: 2 },
  { job: 'acknowledge', what: '受理', most: 3 },
  { job: 'confirm', what: '属实', most: 3 },
] as const;

type Job = (typeof JOBS)[number]['job'];
type Costs = Readonly<Record<Job, Cost>>;

/** All six once to warm the instance, then once to count. */
const twice = async (once: () => Promise<Costs>): Promise<Costs> => {
  await once();
  return once();
};

/** Our functions: until the answer means until the case is written. */
const ours = async (): Promise<Costs> => {
  const server = await startServer();
  try {
    const { worker, officer, units, place } = await foundCity(server);
    const cost = (call: () => Promise<unknown>, decides?: string) =>
      costOf(server.cloud.url, call, decides);
    return await twice(async () => {
      const draft = await storedDraft(worker, place, PHOTOS);
      let id = '';
      const report = await cost(async () => {
        id = (await draft.report()).id;
      }, 'cases');
      const wording = '压力机防护罩没装';
      const verdict = { id, level: 'ordinary', criteria: [], wording };
      return {
        report,
        mine: await cost(() => worker.done('hazard.mine')),
        queue: await cost(() => officer.done('hazard.queue', { unit: units.factory })),
        detail: await cost(() => officer.done('hazard.detail', { id })),
        acknowledge: await cost(
          () => officer.done('hazard.acknowledge', { id }, { seen: 1 }),
          'cases',
        ),
        confirm: await cost(() => officer.done('hazard.confirm', verdict, { seen: 2 }), 'cases'),
      };
    });
  } finally {
    await server.close();
  }
};

const idIn = (data: unknown): string => {
  if (typeof data === 'object' && data !== null && 'id' in data) return String(data.id);
  throw new Error('the plain version answers no id');
};

/** The plain version awaits everything before it answers, its messages too. */
const plain = async (): Promise<Costs> => {
  const cloud = await startPlainCloud();
  try {
    const cost = (openid: string, event: object) =>
      costOf(cloud.url, () => cloud.call(openid, event));
    const photos = Array.from({ length: PHOTOS }, (_, i) => `cloud://plain/${i}.jpg`);
    return await twice(async () => {
      let id = '';
      const report = await costOf(cloud.url, async () => {
        const event = { action: 'report', placeId: PLAIN_PLACE, category: 'machine', photos };
        id = idIn(await cloud.call(PLAIN_WORKER, event));
      });
      return {
        report,
        mine: await cost(PLAIN_WORKER, { action: 'mine' }),
        queue: await cost(PLAIN_OFFICER, { action: 'queue' }),
        detail: await cost(PLAIN_OFFICER, { action: 'detail', id }),
        acknowledge: await cost(PLAIN_OFFICER, { action: 'acknowledge', id }),
        confirm: await cost(PLAIN_OFFICER, { action: 'verify', id, wording: '压力机防护罩没装' }),
      };
    });
  } finally {
    await cloud.close();
  }
};

const rowsOf = (what: string, most: number, own: Cost, other: Cost): Row[] => {
  const drained = own.drain.length === 0 ? [] : [countRow(`${what}: effects`, own.drain.length, 4)];
  const all = own.answer.length + own.drain.length + own.storage;
  return [
    countRow(`${what}: until the answer`, own.answer.length, most),
    ratioRow(
      `${what}: until the answer`,
      { name: `${own.answer.length}`, value: own.answer.length },
      { name: `${other.answer.length} of the plain version`, value: other.answer.length },
      { max: 0.5 },
    ),
    ...drained,
    seenRow(
      `${what}: all requests, effects and addresses of photos too`,
      { name: `${all}`, value: all },
      { name: `${other.answer.length} of the plain version`, value: other.answer.length },
    ),
  ];
};

export const bench: Bench = {
  name: 'Database requests of a call',
  async run() {
    const own = await ours();
    const other = await plain();
    return JOBS.flatMap(({ job, what, most }) => rowsOf(what, most, own[job], other[job]));
  },
};
