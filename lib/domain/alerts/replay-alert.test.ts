import { describe, expect, test } from 'vitest';
import { usd } from '@/tests/fixtures/builders';
import { DAY_MS, HOUR_MS, shiftInstant } from '../time/instant';
import type { AlertOptions, AlertTrigger } from './alert';
import { makeReading, NOON } from './fake-reading';
import { medianSale } from './median-sale';
import { asksOver, readingOf, type SizeFrom } from './product-market';
import { replayAlert } from './replay-alert';
import { USUAL_OPTIONS } from './templates';

const OPTIONS: AlertOptions = { ...USUAL_OPTIONS, confirm: false, rearmMinutes: 0 };
const hours = (count: number) => shiftInstant(NOON, count * HOUR_MS);
const ground = { fees: makeReading().fees, buying: null, rates: () => null, offsetAt: () => 0 };

function from(at: number, usSize: number, ask: number | null, rest: Partial<SizeFrom> = {}): SizeFrom {
  return { at: hours(at), usSize, ask: ask === null ? null : usd(ask), offer: usd(80), lastSale: usd(120), ...rest };
}

function replay(
  trigger: AlertTrigger,
  prices: readonly SizeFrom[],
  given: Partial<Parameters<typeof replayAlert>[0]> = {},
) {
  const whole = {
    usSize: 10,
    trigger,
    options: OPTIONS,
    prices,
    sales: new Map(),
    gaps: new Map(),
    ground,
    mostPerDay: 5,
  };
  return replayAlert({ ...whole, from: hours(0), until: hours(100), ...given });
}

const rungAt = ({ rings }: ReturnType<typeof replayAlert>) => rings.map(({ readAt }) => (readAt - NOON) / HOUR_MS);
const AT_100 = { kind: 'ask-at-or-below', price: usd(100) } as const;

describe('tried on history', () => {
  test('it rings each time it becomes so', () => {
    const prices = [from(0, 10, 110), from(10, 10, 99), from(12, 10, 95), from(20, 10, 105), from(50.5, 10, 100)];
    expect(rungAt(replay(AT_100, prices))).toEqual([10, 50.5]);
  });

  test('confirmed, an hour later, and not for what is gone by then', () => {
    const prices = [from(0, 10, 110), from(10, 10, 99), from(10.5, 10, 110), from(20, 10, 99)];
    expect(rungAt(replay(AT_100, prices, { options: { ...OPTIONS, confirm: true } }))).toEqual([21]);
  });

  test('no more often a day than it may; what is still so rings on the next', () => {
    const prices = Array.from({ length: 20 }, (_, nth) => from(nth, 10, nth % 2 === 0 ? 110 : 99));
    expect(rungAt(replay(AT_100, prices, { mostPerDay: 2 }))).toEqual([1, 3, 13, 15, 36]);
  });

  test('a drop is seen against what stood a day before', () => {
    const prices = [from(0, 10, 120), from(30, 10, 110), from(60, 10, 98)];
    const trigger: AlertTrigger = { kind: 'drop', basisPoints: 1000, hours: 24 };
    const { rings } = replay(trigger, prices);
    expect(rings.map(({ ask, droppedFrom }) => [ask, droppedFrom])).toEqual([[usd(98), usd(110)]]);
  });

  test('the middle knows only what was sold by then', () => {
    const sales = [1, 2, 3, 4, 5].map((at) => ({ at: hours(at * 10), price: usd(120), seenAt: hours(90) }));
    const told = replay({ kind: 'under-median', basisPoints: 1000 }, [from(0, 10, 98)], {
      sales: new Map([[10, sales]]),
    });
    expect(rungAt(told)).toEqual([50]);
    expect(told.gap).toBe('few-sales');
  });

  test('a pace is told from the end of a gap on, not thinned by time nobody looked at', () => {
    const sales = [0, 90, 91, 92, 93].map((at) => ({ at: hours(at), price: usd(120), seenAt: hours(at) }));
    const given = { sales: new Map([[10, sales]]) };
    const daily: AlertTrigger = { kind: 'sales-per-week-above', count: 100 };
    expect(rungAt(replay(daily, [from(0, 10, 98)], given))).toEqual([]);
    const gaps = new Map([[10, [{ from: hours(1), until: hours(90) }]]]);
    expect(rungAt(replay(daily, [from(0, 10, 98)], { ...given, gaps }))).toEqual([92]);
  });

  test('without a figure it needs, nothing can be said', () => {
    const told = replay({ kind: 'roi-at-or-above', basisPoints: 100 }, [from(0, 10, 98, { lastSale: null })]);
    expect(told).toMatchObject({ rings: [], known: 0, gap: 'unknown-last-sale' });
  });
});

describe('where every size is watched', () => {
  const sizes = [from(0, 9, 90, { lastSale: usd(91) }), from(0, 10, 98, { offer: usd(95) }), from(0, 11, null)];
  const market = {
    pricesReadAt: NOON,
    sizes,
    sales: new Map(),
    salesReadAt: new Map(),
    salesSince: new Map(),
    releaseDate: null,
  };
  const today = { ofAlert: 0, ofItem: 0, most: 5 };
  const read = (trigger: AlertTrigger) => readingOf({ trigger, usSize: null }, market, { ...ground, asks: [], today });

  test.each<[AlertTrigger, number | null]>([
    [AT_100, 9],
    [{ kind: 'net-at-or-above', profit: usd(1) }, 10],
    [{ kind: 'roi-at-or-above', basisPoints: 1 }, 10],
    [{ kind: 'offer-at-or-above', price: usd(1) }, 10],
    [{ kind: 'few-sizes-left', count: 1 }, null],
  ])('%o looks at size %s', (trigger, size) => expect(read(trigger).usSize).toBe(size));

  test('sizes left are those with an ask', () => expect(read(AT_100).sizesLeft).toBe(2));

  test('the lowest ask of all, over time', () => {
    const rows = [from(0, 9, 100), from(0, 10, 90), from(5, 10, 120), from(6, 9, null)];
    expect(asksOver(rows, null).map(({ ask }) => ask)).toEqual([usd(90), usd(100), usd(120)]);
    expect(asksOver(rows, 9).map(({ ask }) => ask)).toEqual([usd(100), usd(100), null]);
  });
});

test.each([
  [[90, 95, 110, 120, 300], 110],
  [[90, 95, 110, 121, 300, 400], 115.5],
  [[90, 95, 110, 120], null],
])('the middle of %j is %s', (dollars, middle) => {
  const sales = dollars.map((price, nth) => ({ at: shiftInstant(NOON, -nth * DAY_MS), price: usd(price) }));
  expect(medianSale(sales, NOON, 'USD').median).toEqual(middle === null ? null : usd(middle));
});
