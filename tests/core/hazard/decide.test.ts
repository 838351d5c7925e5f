import { verifyChain } from '@anshao/core/audit';
import { dateOf } from '@anshao/core/calendar';
import {
  type Act,
  applyChange,
  type Case,
  DEFAULT_RULES,
  decide,
  newCase,
  UNDO_MS,
} from '@anshao/core/hazard';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  aCase,
  anAct,
  anActor,
  anEnv,
  aPhoto,
  aReport,
  FACTORY,
  MONDAY,
  WORKSHOP,
} from '../../builders/case';

const HANDLER = anActor('handler');

const after = (
  kase: Case,
  act: Act,
  now = MONDAY,
  actor = HANDLER,
  request = `r-${kase.version}`,
) => {
  const decided = decide(kase, act, actor, request, anEnv({ now }));
  if (!decided.ok) throw new Error(decided.error.code);
  return applyChange(kase, decided.value);
};

const chainItems = (kase: Case, chain: 'inner' | 'open') =>
  kase.log.flatMap((event) => {
    const link = event[chain];
    if (link === undefined) return [];
    const { kind, role, day, content } = event;
    return [{ ...link, kind, role, day, content }];
  });

describe('a new report', () => {
  test('waits on the table of the firm’s own union', () => {
    const kase = newCase(aReport(), anEnv());
    expect(kase.handlingUnion).toBe(FACTORY._id);
    expect(kase.queue.handling).toEqual({ unit: FACTORY._id, at: kase.due.acknowledge });
  });

  test('goes to the nearest union above that has somebody, when its own has nobody', () => {
    expect(newCase(aReport({ unit: WORKSHOP }), anEnv()).handlingUnion).toBe('street');
  });

  test('goes past the own union when the reporter asks for the superior', () => {
    expect(newCase(aReport({ toSuperior: true }), anEnv()).handlingUnion).toBe('street');
  });

  test('starts two clocks of the campaign’s rules in working days', () => {
    const { due } = newCase(aReport(), anEnv());
    // Monday + 1 ends with Tuesday, + 3 with Thursday; a due moment is the following midnight.
    expect(dateOf((due.acknowledge ?? 0) - 1)).toBe('2026-05-26');
    expect(dateOf((due.verify ?? 0) - 1)).toBe('2026-05-28');
  });

  test('with a life in danger stands above everything', () => {
    expect(newCase(aReport({ danger: true }), anEnv()).queue.handling?.at).toBe(0);
  });

  test('has nothing a public page could find', () => {
    expect(newCase(aReport(), anEnv())).not.toHaveProperty('shown');
  });

  test('is titled category · place until the union words it', () => {
    expect(newCase(aReport(), anEnv()).head.title).toBe('机械防护 · 冲压车间 · 3 号压力机旁');
  });
});

describe('受理', () => {
  test('ends the first clock, tells the reporter, and leaves the verify clock running', () => {
    const kase = after(aCase(), anAct('acknowledge'));
    expect(kase.due.acknowledge).toBeUndefined();
    expect(kase.due.verify).toBeDefined();
    expect(kase.head.acknowledged).toBe(true);
    expect(kase.pending.map((effect) => effect.do.kind)).toContain('tellReporter');
  });

  test('can be taken back by the same person within ten seconds, message included', () => {
    const before = aCase();
    const acked = after(before, anAct('acknowledge'));
    const undone = after(acked, anAct('undo'), MONDAY + UNDO_MS);
    expect(undone.acknowledged).toBeUndefined();
    expect({ due: undone.due, queue: undone.queue }).toEqual({
      due: before.due,
      queue: before.queue,
    });
    expect(undone.facets).toEqual(before.facets);
    expect(undone.pending).toEqual(before.pending);
    expect(undone.log.map((event) => event.kind)).toEqual(['report', 'acknowledge', 'undo']);
  });

  test.each([
    ['after ten seconds', (kase: Case) => kase, UNDO_MS + 1, HANDLER],
    ['by another person', (kase: Case) => kase, 1, { ...HANDLER, by: 'member-2' }],
    [
      'once something else happened',
      (kase: Case) => after(kase, anAct('tellSite'), MONDAY, anActor('reporter')),
      1,
      HANDLER,
    ],
  ])('cannot be taken back %s', (_, between, wait, actor) => {
    const kase = between(after(aCase(), anAct('acknowledge')));
    const answer = decide(kase, anAct('undo'), actor, 'r-undo', anEnv({ now: MONDAY + wait }));
    expect(answer).toMatchObject({ ok: false, error: { code: 'UNDO_LATE' } });
  });

  test('is refused a second time', () => {
    const acked = after(aCase(), anAct('acknowledge'));
    expect(decide(acked, anAct('acknowledge'), HANDLER, 'r', anEnv())).toMatchObject({
      error: { code: 'NOT_NOW' },
    });
  });
});

describe('属实', () => {
  const confirm: Act = {
    action: 'confirm',
    level: 'suspectedMajor',
    criteria: ['d10-11-10'],
    wording: '打磨间积尘厚，没有清扫',
  };

  test('puts the union’s words in place of category and place, and on the public page', () => {
    const kase = after(aCase(), confirm);
    expect(kase).toMatchObject({ state: 'confirmed', level: 'suspectedMajor' });
    expect(kase.head.title).toBe('打磨间积尘厚，没有清扫');
    expect(kase.shown).toEqual({ place: kase.place.code, at: MONDAY });
  });

  test('starts the clock for the letter alone', () => {
    expect(Object.keys(after(aCase(), confirm).due)).toEqual(['issue']);
  });

  test('of a suspected major hazard stands three working days earlier in the queue', () => {
    const kase = after(aCase(), confirm);
    expect(kase.queue.handling?.at).toBeLessThan(kase.due.issue ?? 0);
    const ordinary = after(aCase(), { ...confirm, level: 'ordinary' });
    expect(ordinary.queue.handling?.at).toBe(ordinary.due.issue);
  });

  test('opens the chain that employer and public can check, with this event as its first', () => {
    const kase = after(after(aCase(), anAct('acknowledge')), confirm);
    expect(kase.chains.open?.n).toBe(1);
    expect(chainItems(kase, 'open').map((item) => item.kind)).toEqual(['confirm']);
  });
});

describe('不属实 and 未受理', () => {
  test('put the case on the superior’s table within three working days', () => {
    const kase = after(aCase(), anAct('declineNotTrue'));
    expect(kase).toMatchObject({ state: 'declined', outcome: 'notTrue' });
    expect(kase.queue).toEqual({ superior: { unit: 'street', at: kase.due.superiorReview } });
    expect(dateOf((kase.due.superiorReview ?? 0) - 1)).toBe('2026-05-28');
  });

  test('stay out of the open chain and off the public page', () => {
    const kase = after(aCase(), anAct('declineNotAccepted'));
    expect(kase.chains.open).toBeUndefined();
    expect(kase.shown).toBeUndefined();
  });
});

describe('photos that finish after the report', () => {
  test('are taken over once, however often they arrive', () => {
    const kase = aCase({ photosDue: ['photo-2', 'photo-3'] });
    const taken = after(kase, anAct('takePhoto'), MONDAY, anActor('system'));
    expect(taken.photos.map((photo) => photo.id)).toEqual(['photo-1', 'photo-2']);
    expect(taken.photosDue).toEqual(['photo-3']);
    const again: Act = { action: 'takePhoto', photos: [aPhoto('photo-2'), aPhoto('photo-3')] };
    expect(after(taken, again, MONDAY, anActor('system')).photos.map((photo) => photo.id)).toEqual([
      'photo-1',
      'photo-2',
      'photo-3',
    ]);
  });
});

describe('whatever happens', () => {
  const acts = fc.array(
    fc.record({
      act: fc.constantFrom(
        anAct('acknowledge'),
        anAct('undo'),
        anAct('confirm'),
        anAct('declineNotTrue'),
        anAct('declineNotAccepted'),
        anAct('tellSite'),
        anAct('takePhoto'),
      ),
      actor: fc.constantFrom(HANDLER, anActor('reporter'), anActor('system'), anActor('superior')),
      wait: fc.integer({ min: 0, max: 20_000 }),
    }),
    { maxLength: 25 },
  );

  test('both chains verify, versions rise by one, and the head tells the truth', () => {
    fc.assert(
      fc.property(acts, (history) => {
        let kase = aCase({ photosDue: ['photo-2'] });
        let now = MONDAY;
        for (const { act, actor, wait } of history) {
          now += wait;
          const decided = decide(kase, act, actor, `r-${kase.version}`, anEnv({ now }));
          if (!decided.ok) continue;
          const next = applyChange(kase, decided.value);
          expect(next.version).toBe(kase.version + 1);
          kase = next;
        }
        expect(verifyChain(chainItems(kase, 'inner'), kase.chains.inner)).toMatchObject({
          ok: true,
        });
        if (kase.chains.open !== undefined) {
          expect(verifyChain(chainItems(kase, 'open'), kase.chains.open)).toMatchObject({
            ok: true,
          });
        }
        expect(kase.head.state).toBe(kase.state);
        expect(kase.facets).toContain(`${FACTORY._id}|state=${kase.state}`);
        expect(kase.shown !== undefined).toBe(kase.state === 'confirmed');
        // Somebody always has an open case on the table.
        expect(Object.keys(kase.queue)).not.toHaveLength(0);
        expect(kase.requests.length).toBeLessThanOrEqual(200);
      }),
      { numRuns: process.env['ANSHAO_SOAK'] ? 10_000 : 200 },
    );
  });

  test('a case remembers its last 200 requests and which version it forgot', () => {
    let kase = aCase({ photosDue: ['never'] });
    const system = anActor('system');
    for (let i = 0; i < 210; i++) {
      kase = after(kase, { action: 'takePhoto', photos: [aPhoto(`late-${i}`)] }, MONDAY, system);
    }
    expect(kase.requests).toHaveLength(200);
    expect(kase.dropped).toBe(11);
    expect(DEFAULT_RULES.days.verify).toBe(3);
  });
});
