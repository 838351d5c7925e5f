import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type App, startApp } from '../support/app';
import { answered, FakePhone } from '../support/phone';

const post = (role: string, id: string) => ({
  role,
  lead: false,
  unit: { id, kind: 'enterprise', name: id, unionName: id },
  duties: 1,
});

let phone: FakePhone;
let app: App;

beforeEach(async () => {
  jest.useFakeTimers();
  phone = new FakePhone();
  phone.cloud = () => answered({ posts: [post('officer', 'a'), post('chair', 'b')], unread: 3 });
  app = await startApp(phone);
});

describe('the session', () => {
  test('tells its listeners at once what is known, and again after each answer', async () => {
    const seen: (number | undefined)[] = [];
    const stop = app.session.onSession(({ posts }) => seen.push(posts?.length));
    await app.session.syncSession();
    stop();
    await app.session.syncSession();
    expect(seen).toEqual([undefined, 2]);
  });

  test('remembers the chosen post over a restart', async () => {
    await app.session.syncSession();
    expect(app.session.currentSession().chosen?.unit.id).toBe('a');
    app.session.choosePost('chair:b');
    app = await startApp(phone);
    await app.session.syncSession();
    expect(app.session.currentSession().chosen?.unit.id).toBe('b');
  });

  test('has nothing to choose for somebody without a table of hazards', async () => {
    phone.cloud = () => answered({ posts: [post('employer', 'b')], unread: 0 });
    await app.session.syncSession();
    expect(app.session.currentSession().chosen).toBeUndefined();
  });

  test('falls back to a post one still holds', async () => {
    await app.session.syncSession();
    app.session.choosePost('chair:b');
    phone.cloud = () => answered({ posts: [post('officer', 'a')], unread: 0 });
    await app.session.syncSession();
    expect(app.session.currentSession().chosen?.role).toBe('officer');
  });

  test('opens a message in the post it was sent to, and stays put if that is gone', async () => {
    await app.session.syncSession();
    app.session.choosePostOf('b');
    expect(app.session.currentSession().chosen?.unit.id).toBe('b');
    app.session.choosePostOf('z');
    expect(app.session.currentSession().chosen?.unit.id).toBe('b');
  });

  test('keeps what it knew when the network is gone', async () => {
    await app.session.syncSession();
    phone.setOnline(false);
    const syncing = app.session.syncSession();
    await jest.advanceTimersByTimeAsync(120_000);
    expect((await syncing).unread).toBe(3);
  });

  test('is kept fresh while a list is open, and no longer', async () => {
    const stop = app.session.keepFresh();
    await jest.advanceTimersByTimeAsync(130_000);
    expect(phone.sent).toHaveLength(2);
    stop();
    await jest.advanceTimersByTimeAsync(300_000);
    expect(phone.sent).toHaveLength(2);
  });
});

describe('places one has been to', () => {
  const place = (n: number) => ({ code: `code-${n}`, name: `${n}`, unitName: '', hazards: 0 });

  test('stand last visited first, each once, and only a handful', () => {
    for (let n = 1; n <= 9; n++) app.places.rememberPlace(place(n));
    app.places.rememberPlace(place(5));
    expect(app.places.knownPlaces().map(({ name }) => name)).toEqual([
      '5',
      '9',
      '8',
      '7',
      '6',
      '4',
    ]);
  });

  test('written by something else count as none', () => {
    phone.stored.set('places', '{"not":"a list"}');
    expect(app.places.knownPlaces()).toEqual([]);
  });
});
