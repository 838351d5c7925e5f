import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { aroundCity } from '../builders/around-city';
import { startServer, type TestCity, type TestPhone, type TestServer } from '../builders/server';

let server: TestServer;
let city: TestCity;

aroundCity((...both) => {
  [server, city] = both;
});

const refused = (code: string) => ({ ok: false, error: { code } });
const inviteTo = async (unit: string, role: string, by: TestPhone = city.federation) =>
  (await by.done<{ code: string }>('member.invite', { unit, role })).code;

interface Sync {
  readonly posts: ReadonlyArray<{
    role: string;
    lead: boolean;
    unit: { id: string; name: string };
  }>;
}

describe('founding', () => {
  const founding = { name: '另一市', unionName: '另一市总工会' };

  test('happens once; the founder holds the federation', async () => {
    const again = await city.stranger.call('member.found', {
      code: server.foundingCode,
      ...founding,
    });
    expect(again).toMatchObject(refused('ALREADY_FOUNDED'));
    const { posts } = await city.federation.done<Sync>('member.sync');
    expect(posts).toMatchObject([{ role: 'federation', unit: { name: '示范市' } }]);
  });

  test('needs the code, and ten guesses a day are the end of it', async () => {
    const guesser = server.phone('guesser');
    const codes: string[] = [];
    for (let i = 0; i < 12; i++) {
      const answer = await guesser.call('member.found', { code: `WRONG${i}`, ...founding });
      codes.push(answer.ok ? 'OK' : answer.error.code);
    }
    expect(codes.slice(0, 10)).toEqual(Array(10).fill('INVITE_INVALID'));
    expect(codes.slice(10)).toEqual(['TOO_MANY', 'TOO_MANY']);
  });

  test('a founder whose first answer was lost finds the federation standing', async () => {
    const own = await startServer();
    try {
      const founder = own.phone('founder');
      const input = { code: own.foundingCode, ...founding };
      // The federation is written, the post is not.
      await own.local('faults', [
        { on: { function: 'member', action: 'database.insertDocument', n: 3 }, do: 'killBefore' },
      ]);
      const requestId = randomUUID();
      expect((await founder.call('member.found', input, { requestId })).ok).toBe(false);
      await own.local('faults', []);
      expect(await founder.done<Sync>('member.sync')).toMatchObject({ posts: [] });
      expect(await founder.call('member.found', input, { requestId })).toMatchObject({ ok: true });
      const { posts } = await founder.done<Sync>('member.sync');
      expect(posts).toMatchObject([{ role: 'federation' }]);
      expect(await own.documents('units')).toMatchObject([{ officers: 1 }]);
    } finally {
      await own.close();
    }
  }, 60_000);
});

describe('the tree', () => {
  test('grows below one’s own unit alone, and only where such a unit may stand', async () => {
    const add = (phone: TestPhone, parent: string, kind: string) =>
      phone.call('member.addUnit', { parent, kind, name: '二厂', unionName: '二厂工会' });
    expect(await add(city.street, city.units.street, 'enterprise')).toMatchObject({ ok: true });
    expect(await add(city.street, city.units.root, 'midUnion')).toMatchObject(refused('NOT_FOUND'));
    expect(await add(city.second, city.units.factory, 'group')).toMatchObject(refused('NOT_YOURS'));
    expect(await add(city.stranger, city.units.root, 'midUnion')).toMatchObject(
      refused('NOT_FOUND'),
    );
    expect(await add(city.federation, city.units.factory, 'midUnion')).toMatchObject(
      refused('BAD_INPUT'),
    );
  });

  test('a unit asked for twice with one request id is one unit', async () => {
    const input = {
      parent: city.units.street,
      kind: 'enterprise',
      name: '重复厂',
      unionName: '重复厂工会',
    };
    const requestId = randomUUID();
    const add = () => city.federation.done('member.addUnit', input, { requestId });
    expect(await add()).toEqual(await add());
    expect((await server.documents('units', { name: '重复厂' })).length).toBe(1);
  });

  test('a unit just added is known to every function at once', async () => {
    const { unit } = await city.federation.done<{ unit: { id: string } }>('member.addUnit', {
      parent: city.units.street,
      kind: 'enterprise',
      name: '新厂',
      unionName: '新厂工会',
    });
    const place = { unit: unit.id, name: '仓库' };
    const { code } = await city.federation.done<{ code: string }>('place.add', place);
    expect(await city.worker.done('place.page', { code })).toMatchObject({ unitName: '新厂' });
    expect(await city.street.done('place.list', { unit: unit.id })).toEqual({
      items: [{ code, name: '仓库', closed: false }],
    });
    expect(await city.second.call('place.list', { unit: unit.id })).toMatchObject(
      refused('NOT_FOUND'),
    );
    expect(
      await city.inspector.call('place.add', { ...place, unit: city.units.factory }),
    ).toMatchObject(refused('NOT_YOURS'));
  });
});

describe('a unit as its own people see it', () => {
  test('names those right below it and who handles, and is hidden from others', async () => {
    const seen = await city.federation.done('member.units', { unit: city.units.street });
    expect(seen).toMatchObject({ unit: { name: '城东街道' }, handledBy: '城东街道工会' });
    expect(JSON.stringify(seen)).toContain('示范机械厂');
    expect(JSON.stringify(seen)).not.toContain('bound');
    expect(await city.officer.call('member.units', { unit: city.units.street })).toMatchObject(
      refused('NOT_FOUND'),
    );
  });
});

describe('an invitation', () => {
  test('is taken up by one person, once', async () => {
    const code = await inviteTo(city.units.factory, 'officer');
    const [first, second] = [server.phone('invited-1'), server.phone('invited-2')];
    const accept = (phone: TestPhone) => phone.call('member.accept', { code });
    const answers = await Promise.all([accept(first), accept(second)]);
    expect(answers.filter(({ ok }) => ok).length).toBe(1);
    const winner = answers[0]?.ok === true ? first : second;
    // A retry after a lost answer is no second post.
    expect(await accept(winner)).toMatchObject({ ok: true });
    const { posts } = await winner.done<Sync>('member.sync');
    expect(posts.length).toBe(1);
  });

  test('read aloud and typed by hand still fits', async () => {
    const code = await inviteTo(city.units.factory, 'inspector');
    const typed = ` ${code.slice(0, 4)}-${code.slice(4).toLowerCase()} `;
    const phone = server.phone('typing');
    expect(await phone.call('member.accept', { code: typed })).toMatchObject({ ok: true });
  });

  test('ends after seven days', async () => {
    const code = await inviteTo(city.units.factory, 'officer');
    await server.local('clock', { shiftMs: 7 * 24 * 3_600_000 + 1000 });
    const late = await server.phone('late').call('member.accept', { code });
    await server.local('clock', { shiftMs: 0 });
    expect(late).toMatchObject(refused('INVITE_INVALID'));
  });

  test('is given by chair, lead and federation, in their own unit and below', async () => {
    const invite = (phone: TestPhone, unit: string, role: string) =>
      phone.call('member.invite', { unit, role });
    expect(await invite(city.officer, city.units.factory, 'officer')).toMatchObject({ ok: true });
    expect(await invite(city.second, city.units.factory, 'officer')).toMatchObject(
      refused('NOT_YOURS'),
    );
    expect(await invite(city.officer, city.units.street, 'officer')).toMatchObject(
      refused('NOT_FOUND'),
    );
    expect(await invite(city.street, city.units.root, 'federation')).toMatchObject(
      refused('NOT_FOUND'),
    );
    expect(await invite(city.street, city.units.street, 'custodian')).toMatchObject(
      refused('NOT_YOURS'),
    );
  });

  test('cannot put one person on both sides of a table, and is not used up by it', async () => {
    const code = await inviteTo(city.units.factory, 'employer');
    expect(await city.officer.call('member.accept', { code })).toMatchObject(
      refused('ROLE_CONFLICT'),
    );
    expect(await server.phone('boss').call('member.accept', { code })).toMatchObject({ ok: true });
  });

  test('two posts taken at once are both held, and the person counts once as a handler', async () => {
    const phone = server.phone('both');
    const { unit } = await city.federation.done<{ unit: { id: string } }>('member.addUnit', {
      parent: city.units.street,
      kind: 'enterprise',
      name: '两岗厂',
      unionName: '两岗厂工会',
    });
    const codes = [await inviteTo(unit.id, 'officer'), await inviteTo(unit.id, 'chair')];
    await Promise.all(codes.map((code) => phone.done('member.accept', { code })));
    const { posts } = await phone.done<Sync>('member.sync');
    expect(posts.map(({ role }) => role).sort()).toEqual(['chair', 'officer']);
    expect(await server.documents('units', { _id: unit.id })).toMatchObject([{ officers: 1 }]);
  });
});

describe('a place page', () => {
  test('is the same before and after an unverified report', async () => {
    const page = async () => {
      const { now: _, ...answer } = await city.stranger.call('place.page', { code: city.place });
      return answer;
    };
    const before = await page();
    await city.worker.done('hazard.report', {
      place: city.place,
      category: 'machine',
      danger: true,
      toSuperior: false,
      photos: [],
      receipt: 'a'.repeat(64),
    });
    expect(await page()).toEqual(before);
  });

  test('of an unknown code says so', async () => {
    for (const code of ['', 'X', '0'.repeat(20), '<script>']) {
      expect(await city.stranger.call('place.page', { code })).toMatchObject(
        refused('PLACE_UNKNOWN'),
      );
    }
  });
});
