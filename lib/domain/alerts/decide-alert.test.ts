import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usd } from '@/tests/fixtures/builders';
import { HOUR_MS, MINUTE_MS, shiftInstant, type Instant } from '../time/instant';
import { NEW_ALERT_STATE, type AlertOptions, type AlertState } from './alert';
import type { Alert, AlertReading } from './alert-reading';
import { decideAlert, type AlertDecision } from './decide-alert';
import { ago, makeAlert, makeReading, NOON } from './fake-reading';

const told = (decision: AlertDecision): string => (decision.kind === 'ring' ? 'ring' : decision.reason);
const AT_100 = { kind: 'ask-at-or-below', price: usd(100) } as const;

const options = (given: Partial<AlertOptions>): Partial<Alert> => ({
  options: { ...makeAlert(AT_100).options, ...given },
});
const state = (given: Partial<AlertState>): Partial<Alert> => ({ state: { ...NEW_ALERT_STATE, ...given } });

describe('an alert', () => {
  test.each<[string, Partial<Alert>, Partial<AlertReading>, string]>([
    ['rings when what it waits for is so', {}, {}, 'ring'],
    ['holds when it is not', {}, { ask: usd(101) }, 'not-true'],
    ['is off', { enabled: false }, {}, 'off'],
    ['has expired this moment', options({ expiresAt: NOON }), {}, 'expired'],
    ['expires in a moment', options({ expiresAt: shiftInstant(NOON, 1) }), {}, 'ring'],
    ['was never read', {}, { pricesReadAt: null }, 'stale'],
    ['was read 20 minutes ago', {}, { pricesReadAt: ago(20) }, 'ring'],
    ['was read 21 minutes ago', {}, { pricesReadAt: ago(21) }, 'stale'],
    ['was read tomorrow: the clock was set back', {}, { pricesReadAt: ago(-1440) }, 'stale'],
    ['was looked at with this very reading', state({ lookedAt: ago(1) }), {}, 'seen-before'],
    ['was looked at with a later one', state({ lookedAt: NOON }), {}, 'seen-before'],
    ['was looked at by a clock that ran ahead', state({ lookedAt: ago(-60) }), {}, 'ring'],
    ['has to be confirmed', options({ confirm: true }), {}, 'unconfirmed'],
    ['is confirmed', { ...options({ confirm: true }), ...state({ trueSince: ago(15) }) }, {}, 'ring'],
    ['rang and was true ever since', state({ rangAt: ago(600), isArmed: false }), {}, 'rung-before'],
    ['rang an hour ago and was not true in between', state({ rangAt: ago(60) }), {}, 'ring'],
    ['rang 59 minutes ago and was not true in between', state({ rangAt: ago(59) }), {}, 'resting'],
    ['rang in a future that was', state({ rangAt: ago(-600) }), {}, 'ring'],
    ['rings once and rang', { ...options({ rearmMinutes: null }), ...state({ rangAt: ago(6000) }) }, {}, 'rung-once'],
    ['rests no time at all', { ...options({ rearmMinutes: 0 }), ...state({ rangAt: ago(1) }) }, {}, 'ring'],
    ['is snoozed', state({ snoozedUntil: shiftInstant(NOON, 1) }), {}, 'snoozed'],
    ['was snoozed until now', state({ snoozedUntil: NOON }), {}, 'ring'],
    ['of a thing that rang often enough', {}, { today: { ofAlert: 0, ofItem: 5, most: 5 } }, 'capped'],
    [
      'that itself may ring once a day',
      options({ mostPerDay: 1 }),
      { today: { ofAlert: 1, ofItem: 1, most: 5 } },
      'capped',
    ],
    [
      'that itself may ring twice a day',
      options({ mostPerDay: 2 }),
      { today: { ofAlert: 1, ofItem: 1, most: 5 } },
      'ring',
    ],
  ])('%s', (_, alert, reading, expected) => {
    expect(told(decideAlert(makeAlert(AT_100, alert), makeReading(reading), NOON))).toBe(expected);
  });

  test.each<[string, Partial<AlertReading>]>([
    ['stale', { pricesReadAt: ago(30), ask: usd(150) }],
    ['unknown', { ask: null }],
    ['without a rate', { ask: { ...usd(150), currency: 'GBP' } }],
  ])('what is %s neither rings nor arms', (_, reading) => {
    const rung = makeAlert(AT_100, state({ rangAt: ago(600), isArmed: false, trueSince: ago(600) }));
    const decision = decideAlert(rung, makeReading(reading), NOON);
    expect(decision.kind).toBe('hold');
    expect(decision.state).toMatchObject({ isArmed: false, trueSince: ago(600), rangAt: ago(600) });
  });

  test('what kept it silent keeps it armed: it rings once the reason is gone', () => {
    const snoozed = makeAlert(AT_100, state({ snoozedUntil: shiftInstant(NOON, 10 * MINUTE_MS) }));
    const held = decideAlert(snoozed, makeReading(), NOON);
    const later = shiftInstant(NOON, 15 * MINUTE_MS);
    const next = decideAlert({ ...snoozed, state: held.state }, makeReading({ pricesReadAt: later }), later);
    expect([told(held), told(next)]).toEqual(['snoozed', 'ring']);
  });
});

/** Goes through readings 15 minutes apart; null: could not be read. */
function follow(alert: Alert, asks: readonly (number | null)[]): readonly string[] {
  let { state: present } = alert;
  return asks.map((dollars, nth) => {
    const at = shiftInstant(NOON, nth * 15 * MINUTE_MS);
    const reading = makeReading({ pricesReadAt: at, ask: dollars === null ? null : usd(dollars) });
    const decision = decideAlert({ ...alert, state: present }, reading, at);
    present = decision.state;
    return told(decision);
  });
}

test('the example of the rule', () => {
  const alert = makeAlert(AT_100, options({ confirm: true, rearmMinutes: 0 }));
  expect(follow(alert, [98, 97, 96, 105, 99, 99])).toEqual([
    'unconfirmed',
    'ring',
    'rung-before',
    'not-true',
    'unconfirmed',
    'ring',
  ]);
});

const seen = fc.array(fc.option(fc.integer({ min: 90, max: 110 }), { nil: null }), { maxLength: 60 });

describe('whatever the readings', () => {
  test('between two rings it was not true, and the time of rest has passed', () => {
    fc.assert(
      fc.property(seen, fc.boolean(), fc.constantFrom(0, 30, 60), (asks, confirm, rearmMinutes) => {
        const outcomes = follow(makeAlert(AT_100, options({ confirm, rearmMinutes })), asks);
        let last: number | null = null;
        for (const [nth, outcome] of outcomes.entries()) {
          if (outcome !== 'ring') continue;
          expect(asks[nth]).toBeLessThanOrEqual(100);
          if (last !== null) {
            expect(outcomes.slice(last, nth)).toContain('not-true');
            expect((nth - last) * 15).toBeGreaterThanOrEqual(rearmMinutes);
          }
          last = nth;
        }
      }),
      { seed: 1 },
    );
  });

  test('confirmed, it was true at the known reading before the ring, too', () => {
    fc.assert(
      fc.property(seen, (asks) => {
        const outcomes = follow(makeAlert(AT_100, options({ confirm: true, rearmMinutes: 0 })), asks);
        for (const [nth, outcome] of outcomes.entries()) {
          if (outcome !== 'ring') continue;
          const before = asks.slice(0, nth).findLast((ask) => ask !== null);
          expect(before).toBeLessThanOrEqual(100);
        }
      }),
      { seed: 2 },
    );
  });

  test('that rings once, rings at most once', () => {
    fc.assert(
      fc.property(seen, (asks) => {
        const outcomes = follow(makeAlert(AT_100, options({ rearmMinutes: null })), asks);
        expect(outcomes.filter((outcome) => outcome === 'ring').length).toBeLessThanOrEqual(1);
      }),
      { seed: 3 },
    );
  });

  test('met again or out of order, a reading changes nothing more', () => {
    fc.assert(
      fc.property(seen, fc.array(fc.nat(59), { maxLength: 20 }), (asks, again) => {
        const alert = makeAlert(AT_100, options({ rearmMinutes: 0 }));
        let { state: present } = alert;
        const read = (nth: number, now: Instant) => {
          const at = shiftInstant(NOON, nth * MINUTE_MS);
          const dollars = asks[nth] ?? null;
          return decideAlert(
            { ...alert, state: present },
            makeReading({ pricesReadAt: at, ask: dollars === null ? null : usd(dollars) }),
            now,
          );
        };
        for (const nth of asks.keys()) {
          const now = shiftInstant(NOON, nth * MINUTE_MS);
          present = read(nth, now).state;
          for (const older of again.filter((each) => each <= nth)) {
            const repeated = read(older, now);
            expect(repeated.kind).toBe('hold');
            expect(repeated.state).toBe(present);
          }
        }
      }),
      { seed: 4 },
    );
  });
});

test('a release is told on the day before by the seller’s own calendar', () => {
  const alert = makeAlert({ kind: 'release-tomorrow' }, options({ confirm: true, rearmMinutes: 0 }));
  const on = (releaseDate: AlertReading['releaseDate'], offset: number, now: Instant = NOON) =>
    told(decideAlert(alert, makeReading({ releaseDate, offsetAt: () => offset * HOUR_MS }), now));
  expect(on('2026-03-03', 0)).toBe('ring');
  expect(on('2026-03-02', 0)).toBe('not-true');
  expect(on('2026-03-04', 0)).toBe('not-true');
  expect(on(null, 0)).toBe('unknown-release');
  expect(on('2026-03-04', 13), 'it is the third in Auckland already').toBe('ring');
});
