import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type App, startApp } from '../support/app';
import { FakePhone, NOW } from '../support/phone';
import { FakeUnion } from '../support/union';

let phone: FakePhone;
let union: FakeUnion;
let app: App;

beforeEach(async () => {
  jest.useFakeTimers();
  phone = new FakePhone();
  union = new FakeUnion().serve(phone);
  app = await startApp(phone);
});

const settle = async <T>(running: Promise<T>): Promise<T> => {
  await jest.advanceTimersByTimeAsync(20_000);
  return running;
};

const draftWith = async (photos: number) => {
  const place = { place: 'A'.repeat(20), placeName: '冲压车间', unitName: '示范机械厂' };
  const draft = await app.drafts.newDraft(place, NOW);
  for (let n = 1; n <= photos; n++) {
    await app.drafts.addPhoto(draft.id, phone.takePhoto(`${draft.id}-${n}`));
  }
  app.drafts.changeDraft(draft.id, () => ({ category: 'machine' }));
  return draft.id;
};

const states = (id: string) => app.drafts.readDraft(id)?.photos.map(({ state }) => state);

describe('a draft', () => {
  test('keeps its photos when the camera’s own files are swept', async () => {
    const id = await draftWith(1);
    for (const path of [...phone.files.keys()])
      if (path.startsWith('http:')) phone.files.delete(path);
    await settle(app.uploads.runUploads(id));
    expect(phone.uploaded[0]?.bytes).toBeGreaterThan(0);
  });

  test('survives a killed app, with its request id and its code', async () => {
    const id = await draftWith(2);
    const before = app.drafts.readDraft(id);
    app = await startApp(phone);
    expect(app.drafts.openDrafts()).toEqual([before]);
  });

  test('taken off the phone leaves nothing behind', async () => {
    const id = await draftWith(2);
    app.drafts.dropDraft(id);
    expect(app.drafts.allDrafts()).toEqual([]);
    expect(
      [...phone.files.keys()].filter((path) => path.includes(id) && path.startsWith('wxfile')),
    ).toEqual([]);
    expect([...phone.stored.keys()].filter((key) => key.includes(id))).toEqual([]);
  });

  test('loses a removed photo and its file', async () => {
    const id = await draftWith(2);
    const [first] = app.drafts.readDraft(id)?.photos ?? [];
    app.drafts.removePhoto(id, first?.id ?? '');
    expect(app.drafts.readDraft(id)?.photos).toHaveLength(1);
    expect(phone.files.has(first?.path ?? '')).toBe(false);
  });

  test('cut short in storage counts as missing instead of stopping the app', async () => {
    const id = await draftWith(0);
    phone.stored.set(`draft:${id}`, '{"id":"x"}');
    expect(app.drafts.allDrafts()).toEqual([]);
  });
});

describe('photos', () => {
  test('go up one by one, each checked by the cloud', async () => {
    const id = await draftWith(3);
    const percents: number[] = [];
    app.uploads.onProgress((_photo, percent) => percents.push(percent));
    await settle(app.uploads.runUploads(id));
    expect(states(id)).toEqual(['stored', 'stored', 'stored']);
    expect(union.stored).toHaveLength(3);
    expect(percents).toEqual([62, 62, 62]);
  });

  test('wait while there is no network, and go on by themselves when it is back', async () => {
    phone.setOnline(false);
    const id = await draftWith(2);
    await settle(app.uploads.runUploads(id));
    expect(states(id)).toEqual(['waiting', 'waiting']);
    phone.setOnline(true);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(states(id)).toEqual(['stored', 'stored']);
  });

  test('cut in the middle: the others go on, the tile offers another try', async () => {
    phone.uploads = (index) => (index === 1 ? 'cut' : 'ok');
    const id = await draftWith(3);
    await settle(app.uploads.runUploads(id));
    expect(states(id)).toEqual(['stored', 'failed', 'stored']);
    const failed = app.drafts.readDraft(id)?.photos[1]?.id ?? '';
    await settle(app.uploads.retryPhoto(id, failed));
    expect(states(id)).toEqual(['stored', 'stored', 'stored']);
  });

  test('that had arrived before the app was killed are not sent twice', async () => {
    const id = await draftWith(1);
    union.lost.set('hazard.photo', 9);
    await settle(app.uploads.runUploads(id));
    expect(states(id)).toEqual(['failed']);
    union.lost.clear();
    app = await startApp(phone);
    await settle(app.outbox.resumeAll());
    expect(states(id)).toEqual(['stored']);
    expect(phone.uploaded).toHaveLength(1);
  });

  test('that a killed app left half way are taken up again', async () => {
    const id = await draftWith(1);
    const photo = app.drafts.readDraft(id)?.photos[0]?.id ?? '';
    app.drafts.changePhoto(id, photo, { state: 'uploading' });
    app = await startApp(phone);
    await settle(app.outbox.resumeAll());
    expect(states(id)).toEqual(['stored']);
  });

  test('that arrived broken are sent once more by themselves', async () => {
    const id = await draftWith(1);
    let first = true;
    const serve = phone.cloud;
    phone.cloud = (sent, call) => {
      if (sent.method === 'hazard.photo' && first) {
        first = false;
        return { ok: false, now: NOW, error: { code: 'PHOTO_CHANGED' } };
      }
      return serve(sent, call);
    };
    await settle(app.uploads.runUploads(id));
    expect(states(id)).toEqual(['stored']);
    expect(phone.uploaded).toHaveLength(2);
  });

  test('of a kind nobody can open say why, and are not announced', async () => {
    const id = await draftWith(1);
    union.refusals.set('hazard.photo', 'PHOTO_HEIC');
    await settle(app.uploads.runUploads(id));
    expect(app.drafts.readDraft(id)?.photos[0]).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining('兼容性最佳'),
    });
    await settle(app.outbox.submit(id));
    expect([...union.cases.values()][0]).toMatchObject({ photos: [] });
  });
});

describe('a report', () => {
  test('is sent while photos are still on their way, and announces them all', async () => {
    const id = await draftWith(2);
    await settle(app.outbox.submit(id));
    const [sent] = [...union.cases.values()];
    expect(sent).toMatchObject({ category: 'machine', danger: false });
    expect(sent?.['photos']).toHaveLength(2);
  });

  test('sends the hash of the receipt code, never the code', async () => {
    const id = await draftWith(0);
    const code = app.drafts.readDraft(id)?.code ?? 'none';
    await settle(app.outbox.submit(id));
    expect([...union.cases.values()][0]?.['receipt']).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(phone.sent)).not.toContain(code);
    expect(app.receipts.receiptOf(`case-${id}`)).toMatchObject({ code, number: '2026-7QHK2M' });
  });

  test('whose answer is lost, and then the app killed, is one report', async () => {
    const id = await draftWith(0);
    union.lost.set('hazard.report', 9);
    await settle(app.outbox.submit(id));
    expect(app.drafts.readDraft(id)).toMatchObject({ sent: true });
    union.lost.clear();
    app = await startApp(phone);
    await settle(app.outbox.resumeAll());
    expect(union.cases.size).toBe(1);
    expect([...union.cases.keys()]).toEqual([id]);
    expect(app.receipts.keptReceipts()).toHaveLength(1);
  });

  test('made without network is sent by itself when the network is back', async () => {
    phone.setOnline(false);
    const id = await draftWith(1);
    const answer = await settle(app.outbox.submit(id));
    expect(answer).toMatchObject({ ok: false, error: { code: 'NETWORK' } });
    phone.setOnline(true);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(union.cases.size).toBe(1);
    expect(union.stored).toHaveLength(1);
  });

  test('whose answer is lost on a phone that looks connected is asked for again by itself', async () => {
    const id = await draftWith(0);
    union.lost.set('hazard.report', 3);
    await settle(app.outbox.submit(id));
    expect(app.drafts.readDraft(id)?.receipt).toBeUndefined();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(app.drafts.readDraft(id)?.receipt?.number).toBe('2026-7QHK2M');
    expect(union.cases.size).toBe(1);
  });

  test('that was refused comes back to the person as a draft', async () => {
    const id = await draftWith(0);
    union.refusals.set('hazard.report', 'PLACE_CLOSED');
    const answer = await settle(app.outbox.submit(id));
    expect(answer).toMatchObject({ ok: false, error: { code: 'PLACE_CLOSED' } });
    expect(app.drafts.readDraft(id)).toMatchObject({ sent: false });
  });

  test('tapped twice is sent once', async () => {
    const id = await draftWith(0);
    await settle(Promise.all([app.outbox.submit(id), app.outbox.submit(id)]));
    expect(phone.sent.filter(({ method }) => method === 'hazard.report')).toHaveLength(1);
  });

  test('that is wholly stored leaves the phone when the app is opened an hour later', async () => {
    jest.setSystemTime(NOW);
    const id = await draftWith(1);
    await settle(app.outbox.submit(id));
    await settle(app.uploads.runUploads(id));
    app.drafts.changeDraft(id, () => ({ seen: true }));
    app = await startApp(phone);
    expect(app.drafts.allDrafts()).toHaveLength(1);
    jest.setSystemTime(NOW + 3_700_000);
    app = await startApp(phone);
    expect(app.drafts.allDrafts()).toEqual([]);
    expect(app.receipts.keptReceipts()).toHaveLength(1);
  });
});

describe('a report that went off by itself', () => {
  test('stays on the phone until its code has been seen', async () => {
    const id = await draftWith(1);
    await settle(app.outbox.submit(id));
    await settle(app.uploads.runUploads(id));
    app = await startApp(phone);
    await settle(app.outbox.resumeAll());
    expect(app.drafts.unseenReceipts().map((draft) => draft.id)).toEqual([id]);
    expect(app.drafts.openDrafts()).toEqual([]);
  });
});

describe('提醒我', () => {
  test('notes an accept for the case', async () => {
    phone.subscribe = () => ({ 'anshao-reporter-progress': 'acceptWithAudio' });
    expect(await settle(app.reminders.remindMe('case-1'))).toBe('will');
    expect(phone.sent[0]).toMatchObject({ method: 'member.remindMe', input: { caseId: 'case-1' } });
  });

  test('declined asks the cloud nothing', async () => {
    phone.subscribe = () => ({ 'anshao-reporter-progress': 'reject' });
    expect(await settle(app.reminders.remindMe('case-1'))).toBe('declined');
    expect(phone.sent).toEqual([]);
  });

  test('with WeChat’s main switch off says so', async () => {
    phone.subscribe = () => ({ errCode: 20004 });
    expect(await settle(app.reminders.remindMe('case-1'))).toBe('switchedOff');
  });
});
