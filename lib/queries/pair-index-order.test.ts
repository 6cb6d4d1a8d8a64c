import { describe, expect, test } from 'vitest';
import type { Pair } from '@/lib/domain/inventory/pair';
import { money } from '@/lib/domain/money/money';
import { DAY_MS, instant } from '@/lib/domain/time/instant';
import { makePair, NOON, usd } from '@/tests/fixtures/builders';
import { toPairEntry } from './pair-entry';
import type { PairFigure } from './pair-figures';
import { selectPairs, type PairIndex, type PairQuestion } from './pair-index';

const ago = (days: number) => instant(NOON - days * DAY_MS);
const indexOf = (pairs: readonly Pair[]): PairIndex => ({ entries: pairs.map((pair) => toPairEntry(pair, null)) });
const QUESTION: PairQuestion = {
  filter: {},
  sort: { by: 'status', descending: false },
  now: NOON,
  figures: null,
};
const figure = (given: Partial<PairFigure>): PairFigure => ({
  price: null,
  ask: null,
  net: null,
  profit: null,
  cost: null,
  roi: null,
  ...given,
});

describe('order', () => {
  const order = (pairs: readonly Pair[], given: Partial<PairQuestion>) =>
    selectPairs(indexOf(pairs), { ...QUESTION, ...given });

  test('what is not known comes last, whichever way round', () => {
    const pairs = [
      makePair({ id: 'none', cost: null }),
      makePair({ id: 'dear', cost: usd(90) }),
      makePair({ id: 'cheap', cost: usd(10) }),
    ];
    expect(order(pairs, { sort: { by: 'cost', descending: false } })).toEqual(['cheap', 'dear', 'none']);
    expect(order(pairs, { sort: { by: 'cost', descending: true } })).toEqual(['dear', 'cheap', 'none']);
  });

  test('costs of two currencies are compared in one, and not at all before that is worked out', () => {
    const pairs = [makePair({ id: 'usd', cost: usd(60) }), makePair({ id: 'gbp', cost: money(5500, 'GBP') })];
    const sort = { by: 'cost', descending: false } as const;
    const figures = new Map([
      ['usd', figure({ cost: 6000 })],
      ['gbp', figure({ cost: 6875 })],
    ]);
    expect(order(pairs, { sort, figures })).toEqual(['usd', 'gbp']);
    expect(order(pairs, { sort, figures: null })).toEqual(['gbp', 'usd']);
  });

  test('an order that was kept is made anew when the figures or the day change', () => {
    const index = indexOf([
      makePair({ id: 'a', boughtAt: ago(10) }),
      makePair({ id: 'b', status: 'sold', boughtAt: ago(40), soldAt: ago(20) }),
    ]);
    const byProfit = { ...QUESTION, sort: { by: 'profit', descending: true } } as const;
    const profits = (a: number, b: number) =>
      new Map([
        ['a', figure({ profit: a })],
        ['b', figure({ profit: b })],
      ]);
    expect(selectPairs(index, { ...byProfit, figures: profits(1, 2) })).toEqual(['b', 'a']);
    expect(selectPairs(index, { ...byProfit, figures: profits(2, 1) })).toEqual(['a', 'b']);
    const byAge = { ...QUESTION, sort: { by: 'age', descending: true } } as const;
    expect(selectPairs(index, byAge)).toEqual(['b', 'a']);
    expect(selectPairs(index, { ...byAge, now: NOON + 30 * DAY_MS })).toEqual(['a', 'b']);
  });

  test('shelves go by their number', () => {
    const pairs = ['B10', 'B2', null].map((location) => makePair({ id: String(location), location }));
    expect(order(pairs, { sort: { by: 'location', descending: false } })).toEqual(['B2', 'B10', 'null']);
  });
});
