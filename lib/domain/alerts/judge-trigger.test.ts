import { describe, expect, test } from 'vitest';
import { usd } from '@/tests/fixtures/builders';
import type { FxRate } from '../money/fx';
import { money } from '../money/money';
import { DAY_MS, HOUR_MS, shiftInstant } from '../time/instant';
import { NEW_ALERT_STATE, type AlertTrigger } from './alert';
import type { AlertReading, SoldPair } from './alert-reading';
import { ago, makeAlert, makeReading, NOON } from './fake-reading';
import { judgeTrigger } from './judge-trigger';

/** $1 = £0.80 */
const POUND: FxRate = { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: NOON, source: 'you' };

const GOAT = { feeBasisPoints: 300, fixedFee: null, shipping: usd(5), dutyBasisPoints: 0 };

const sold = (daysAgo: number, dollars: number, seenDaysAgo = daysAgo): SoldPair => ({
  at: shiftInstant(NOON, -daysAgo * DAY_MS),
  price: usd(dollars),
  seenAt: shiftInstant(NOON, -seenDaysAgo * DAY_MS),
});

function judged(trigger: AlertTrigger, reading: Partial<AlertReading> = {}): string {
  const told = judgeTrigger(makeAlert(trigger), makeReading(reading), ago(1));
  return told.kind === 'unknown' ? told.reason : told.kind;
}

// The last sale of $120 nets $100.60, so buying at $98 leaves $2.60, which is 2.65 %.
test.each<[string, AlertTrigger, Partial<AlertReading>, string]>([
  ['ask at the price', { kind: 'ask-at-or-below', price: usd(98) }, {}, 'true'],
  ['ask a cent above', { kind: 'ask-at-or-below', price: usd(97.99) }, {}, 'false'],
  ['no ask', { kind: 'ask-at-or-below', price: usd(98) }, { ask: null }, 'unknown-ask'],
  ['pounds without a rate', { kind: 'ask-at-or-below', price: money(9000, 'GBP') }, {}, 'no-rate'],
  ['$98 is £78.40', { kind: 'ask-at-or-below', price: money(7840, 'GBP') }, { rates: () => POUND }, 'true'],
  ['$98 is above £78.39', { kind: 'ask-at-or-below', price: money(7839, 'GBP') }, { rates: () => POUND }, 'false'],
  ['profit reached', { kind: 'net-at-or-above', profit: usd(2.6) }, {}, 'true'],
  ['profit a cent short', { kind: 'net-at-or-above', profit: usd(2.61) }, {}, 'false'],
  ['no last sale', { kind: 'net-at-or-above', profit: usd(1) }, { lastSale: null }, 'unknown-last-sale'],
  [
    'fees unknown',
    { kind: 'net-at-or-above', profit: usd(1) },
    { fees: { kind: 'unknown', missing: ['rating'] } },
    'unknown-fees',
  ],
  // GOAT adds 3 % ($2.94) and $5 for sending: $105.94 altogether, a loss of $5.34.
  ['profit after what buying adds', { kind: 'net-at-or-above', profit: usd(-5.34) }, { buying: GOAT }, 'true'],
  ['and not a cent more', { kind: 'net-at-or-above', profit: usd(-5.33) }, { buying: GOAT }, 'false'],
  ['return reached', { kind: 'roi-at-or-above', basisPoints: 265 }, {}, 'true'],
  ['return just short', { kind: 'roi-at-or-above', basisPoints: 266 }, {}, 'false'],
  ['offer at the price', { kind: 'offer-at-or-above', price: usd(90) }, {}, 'true'],
  ['offer below', { kind: 'offer-at-or-above', price: usd(90.01) }, {}, 'false'],
  ['no offer', { kind: 'offer-at-or-above', price: usd(90) }, { offer: null }, 'unknown-offer'],
  ['eleven sales a week are more than ten', { kind: 'sales-per-week-above', count: 10 }, { perWeek: 10.1 }, 'true'],
  ['ten are not', { kind: 'sales-per-week-above', count: 10 }, { perWeek: 10 }, 'false'],
  ['a pace nobody knows', { kind: 'sales-per-week-above', count: 10 }, {}, 'few-sales'],
  ['three sizes left of three', { kind: 'few-sizes-left', count: 3 }, { sizesLeft: 3 }, 'true'],
  ['four sizes left', { kind: 'few-sizes-left', count: 3 }, { sizesLeft: 4 }, 'false'],
  ['sizes never read', { kind: 'few-sizes-left', count: 3 }, {}, 'unknown-sizes'],
])('%s', (_, trigger, reading, expected) => expect(judged(trigger, reading)).toBe(expected));

describe('a drop', () => {
  const drop: AlertTrigger = { kind: 'drop', basisPoints: 1000, hours: 24 };
  const from = (hoursAgo: number, dollars: number | null) => ({
    at: shiftInstant(NOON, -hoursAgo * HOUR_MS),
    ask: dollars === null ? null : usd(dollars),
  });

  test.each<[string, AlertReading['asks'], string]>([
    ['of a tenth since yesterday', [from(30, 109)], 'true'],
    ['of less', [from(30, 108)], 'false'],
    ['whose high lies between', [from(30, 90), from(5, 120), from(2, 98)], 'true'],
    ['whose high is over since two days', [from(60, 200), from(30, 100)], 'false'],
    ['the history does not reach back to', [from(5, 100)], 'short-history'],
    ['seen in a short history all the same', [from(5, 120)], 'true'],
    ['from an ask nobody knew', [from(30, null)], 'false'],
    ['without any history', [], 'short-history'],
  ])('%s', (_, asks, expected) => expect(judged(drop, { asks })).toBe(expected));

  test('names the price it fell from', () => {
    const told = judgeTrigger(makeAlert(drop), makeReading({ asks: [from(30, 109), from(5, 120)] }), ago(1));
    expect(told).toEqual({ kind: 'true', found: { droppedFrom: usd(120) } });
  });
});

describe('under the median', () => {
  const under: AlertTrigger = { kind: 'under-median', basisPoints: 1000 };
  const five = [sold(1, 109), sold(2, 109), sold(3, 109), sold(4, 90), sold(5, 300)];

  test.each<[string, Partial<AlertReading>, string]>([
    ['a tenth under it', { sales: five }, 'true'],
    ['less than a tenth', { sales: five, ask: usd(98.11) }, 'false'],
    ['four sales are no middle', { sales: five.slice(1) }, 'few-sales'],
    ['old sales do not count', { sales: [...five.slice(1), sold(31, 109)] }, 'few-sales'],
    [
      'sales of another currency do not count',
      { sales: five.map((each) => ({ ...each, price: money(10_900, 'EUR') })) },
      'few-sales',
    ],
    ['sales never read', { sales: five, salesReadAt: null }, 'few-sales'],
    ['sales read a week and a day ago', { sales: five, salesReadAt: ago(8 * 24 * 60) }, 'few-sales'],
    ['sales read later than the prices', { sales: five, salesReadAt: NOON }, 'true'],
    ['no ask', { sales: five, ask: null }, 'unknown-ask'],
  ])('%s', (_, reading, expected) => expect(judged(under, reading)).toBe(expected));
});

describe('a sale', () => {
  const trigger: AlertTrigger = { kind: 'sold-at-or-below', price: usd(95) };
  const judge = (sales: readonly SoldPair[], lookedDaysAgo: number | null, createdDaysAgo = 30) => {
    const lookedAt = lookedDaysAgo === null ? null : shiftInstant(NOON, -lookedDaysAgo * DAY_MS);
    const createdAt = shiftInstant(NOON, -createdDaysAgo * DAY_MS);
    const alert = makeAlert(trigger, { state: { ...NEW_ALERT_STATE, lookedAt }, createdAt });
    return judgeTrigger(alert, makeReading({ sales }), ago(1));
  };

  test('at the price is told with its price and day', () => {
    const sale = sold(1, 95);
    expect(judge([sale, sold(2, 90)], 3)).toEqual({
      kind: 'true',
      found: { soldFor: usd(95), soldAt: sale.at },
    });
  });

  test.each([
    ['above it says it is not so', [sold(1, 96)], 3, 30, 'false'],
    ['seen at the last look is nothing new', [sold(5, 90)], 3, 30, 'unknown'],
    ['that alias told late is new', [sold(5, 90, 1)], 3, 30, 'true'],
    ['from before somebody asked is no news', [sold(5, 90)], null, 4, 'unknown'],
    ['none at all is no news', [], null, 30, 'unknown'],
    ['a dear one after a cheap one hides it not', [sold(1, 120), sold(2, 90)], 3, 30, 'true'],
  ] as const)('%s', (_, sales, looked, created, expected) => {
    expect(judge(sales, looked, created).kind).toBe(expected);
  });
});
