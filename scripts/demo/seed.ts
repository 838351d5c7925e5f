import { randomUUID } from 'node:crypto';
import { dateOf } from '@anshao/core/calendar';
import { receiptCode } from '@anshao/core/codes';
import { searchCriteria } from '@anshao/core/hazard';
import { type Phone, phoneOf, sha256 } from './client';
import { withPhoneData } from './photos/exif';
import { drawScene, type Scene } from './photos/scenes';
import { REPORTS } from './reports';
import { CITY, type DemoAct, type DemoReport, PEOPLE, PLACES, UNITS } from './world';

const HOUR = 3_600_000;

interface Seeding {
  readonly cloudUrl: string;
  readonly foundingCode: string;
  readonly log: (line: string) => void;
}

/** Ids that the functions gave to what the world names by keys. */
interface Made {
  readonly units: Map<string, string>;
  readonly places: Map<string, string>;
}

export interface Code {
  readonly label: string;
  readonly code: string;
}

/**
 * Fills an empty cloud through the functions' own methods, as people would have done it over the
 * last days: the clock is shifted for each step and set back at the end.
 */
export const seedWorld = async (seeding: Seeding): Promise<readonly Code[]> => {
  const phone = (key: string): Phone => phoneOf(seeding.cloudUrl, `demo-${key}`);
  const made: Made = { units: new Map(), places: new Map() };
  const begin = Math.max(...REPORTS.map((report) => report.hoursAgo)) + 24;
  await shiftClock(seeding.cloudUrl, begin);
  try {
    seeding.log('单位、岗位和地点 units, posts and places');
    await foundCity(phone, made, seeding.foundingCode);
    await bindPeople(phone, made);
    await hangCodes(phone, made);
    seeding.log(`${REPORTS.length} 条隐患，照片边画边传 reports with their photos`);
    for (const step of stepsInOrder(phone, made)) {
      await shiftClock(seeding.cloudUrl, step.hoursAgo);
      await step.run();
    }
  } finally {
    await shiftClock(seeding.cloudUrl, 0);
  }
  return PLACES.map(({ unit, name }) => ({
    label: `${UNITS.find(({ key }) => key === unit)?.name ?? ''} ${name}`,
    code: idOf(made.places, `${unit}/${name}`),
  }));
};

const foundCity = async (phone: (key: string) => Phone, made: Made, code: string) => {
  const federation = phone('federation');
  const { unit } = await federation.call<UnitAnswer>('member.found', { code, ...CITY });
  made.units.set('city', unit.id);
  for (const { key, parent, ...rest } of UNITS) {
    const input = { parent: idOf(made.units, parent), ...rest };
    const answer = await federation.call<UnitAnswer>('member.addUnit', input);
    made.units.set(key, answer.unit.id);
  }
};

interface UnitAnswer {
  readonly unit: { readonly id: string };
}

const bindPeople = async (phone: (key: string) => Phone, made: Made) => {
  for (const { openid, posts } of PEOPLE) {
    for (const { unit, ...post } of posts) {
      const input = { unit: idOf(made.units, unit), ...post };
      const { code } = await phone('federation').call<{ code: string }>('member.invite', input);
      await phone(openid.slice('demo-'.length)).call('member.accept', { code });
    }
  }
};

const hangCodes = async (phone: (key: string) => Phone, made: Made) => {
  for (const { unit, ...place } of PLACES) {
    const input = { unit: idOf(made.units, unit), ...place };
    const { code } = await phone('federation').call<{ code: string }>('place.add', input);
    made.places.set(`${unit}/${place.name}`, code);
  }
};

interface Step {
  readonly hoursAgo: number;
  readonly run: () => Promise<void>;
}

const stepsInOrder = (phone: (key: string) => Phone, made: Made): Step[] =>
  REPORTS.flatMap((report): Step[] => {
    let id = '';
    const file: Step = {
      hoursAgo: report.hoursAgo,
      run: async () => {
        id = await fileReport(phone(report.by), report, made);
      },
    };
    const acts = report.acts.map(
      (act): Step => ({ hoursAgo: act.hoursAgo, run: () => perform(phone(act.by), id, act) }),
    );
    return [file, ...acts];
  }).sort((a, b) => b.hoursAgo - a.hoursAgo);

const fileReport = async (phone: Phone, report: DemoReport, made: Made): Promise<string> => {
  const draft = randomUUID();
  const photos = await Promise.all(report.scenes.map((scene, i) => drawnPhoto(scene, i)));
  await uploadAll(phone, draft, photos);
  const input = {
    place: idOf(made.places, `${report.unit}/${report.place}`),
    category: report.category,
    words: report.words,
    danger: report.danger === true,
    toSuperior: report.toSuperior === true,
    photos: photos.map(({ id }) => id),
    receipt: sha256(receiptCode(crypto.getRandomValues(new Uint8Array(13)))),
  };
  const answer = await phone.call<{ id: string }>('hazard.report', input, { requestId: draft });
  return answer.id;
};

interface DrawnPhoto {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** A drawing with a phone's EXIF and GPS in it, as WeChat would hand it over. */
const drawnPhoto = async (scene: Scene, i: number): Promise<DrawnPhoto> => ({
  id: `photo-${i + 1}`,
  bytes: withPhoneData(await drawScene(scene, Math.random).jpeg(82), {
    make: 'HUAWEI',
    model: 'P60',
    taken: new Date().toISOString().slice(0, 19).replace(/-/g, ':').replace('T', ' '),
    latitude: 34.2 + Math.random() / 10,
    longitude: 108.9 + Math.random() / 10,
  }),
});

const uploadAll = async (phone: Phone, draft: string, photos: readonly DrawnPhoto[]) => {
  if (photos.length === 0) return;
  const { slots } = await phone.call<{ slots: ReadonlyArray<{ id: string; path: string }> }>(
    'hazard.slots',
    {
      draft,
      photos: photos.map(({ id, bytes }) => ({ id, sha256: sha256(bytes), bytes: bytes.length })),
    },
  );
  for (const { id, path } of slots) {
    const photo = photos.find((candidate) => candidate.id === id);
    if (photo === undefined) continue;
    const fileId = await phone.upload(path, photo.bytes);
    await phone.call('hazard.photo', { draft, id, fileId });
  }
};

const perform = async (phone: Phone, id: string, { do: act }: DemoAct): Promise<void> => {
  const { version } = await phone.call<{ version: number }>('hazard.detail', { id });
  const send = (method: string, input: object) =>
    phone.call(method, { id, ...input }, { seen: version });
  switch (act.act) {
    case 'acknowledge':
      await send('hazard.acknowledge', {});
      return;
    case 'confirm': {
      const { level, wording } = act;
      await send('hazard.confirm', { level, wording, criteria: act.criteria.map(criterionId) });
      return;
    }
    case 'decline':
      await send('hazard.decline', { outcome: act.outcome, reason: act.reason });
  }
};

const criterionId = (words: string): string => {
  const [first] = searchCriteria(words, { date: dateOf(Date.now()), limit: 1 });
  if (first === undefined) throw new Error(`no criterion for ${words}`);
  return first.id;
};

const idOf = (ids: ReadonlyMap<string, string>, key: string): string => {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demonstration has no ${key}`);
  return id;
};

const shiftClock = async (cloudUrl: string, hoursAgo: number): Promise<void> => {
  const answer = await fetch(`${cloudUrl}/local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ shiftMs: -hoursAgo * HOUR }),
  });
  if (!answer.ok) throw new Error(`the clock: ${answer.status}`);
};
