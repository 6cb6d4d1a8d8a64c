import { describe, expect, test } from 'vitest';
import { makeGuards, makeRule, makeSettings, NOW, usd } from '../fake-decision';
import { backtest } from './backtest';
import type { BacktestInput } from './backtest-input';
import { DAYS, day, makeHistory, makeReplayed, makeStep, runToEnd, toldOf } from './fake-history';

/** Four pairs of other sizes beside the one that is looked at, so that there is enough to tell of. */
function withOthers(input: BacktestInput, count = 4): BacktestInput {
  const others = Array.from({ length: count }, (_, nth) =>
    makeReplayed({ id: `other-${nth}`, variant: `other-${nth}`, size: `other-${nth}`, firstPrice: usd(150) }),
  );
  const quiet = { steps: [makeStep(day(0), null, null, null)], readAt: NOW };
  const markets = new Map([...input.markets, ...others.map(({ variant }) => [variant, quiet] as const)]);
  return { ...input, listings: [...input.listings, ...others], markets };
}

function rowOf(input: BacktestInput, id = 'listing-1') {
  const row = toldOf(withOthers(input, 5)).rows.find(({ listingId }) => listingId === id);
  if (row === undefined) throw new Error('no row');
  return row;
}

const sale = (at: number, dollars: number) => ({ at: day(at), price: usd(dollars) });
const salesOf = (...sales: readonly ReturnType<typeof sale>[]): BacktestInput['sales'] =>
  new Map([['panda/10', { sales, readAt: NOW }]]);
const marketOf = (...steps: readonly ReturnType<typeof makeStep>[]): BacktestInput['markets'] =>
  new Map([['panda|10|new', { steps, readAt: NOW }]]);

describe('what would have sold', () => {
  test('a dollar below the ask sells where $200 did not, with the profit of its own price', () => {
    const told = toldOf(withOthers(makeHistory()));
    // $189 nets 189 x 0.905 - 5 = 166.045, less 2.9 % is 161.23; less $100 is 61.23.
    expect(told).toMatchObject({
      withRule: { sold: 1, profitMinor: 6123 },
      asItWas: { sold: 0, profitMinor: 0 },
      reallySold: 0,
      changes: 1,
      lowestOfFloorPercent: 157,
      days: 30,
      knownShare: 10_000,
    });
    expect(told.rows[0]).toMatchObject({ listingId: 'listing-1', withRule: { at: day(10), price: usd(189) } });
    expect(told.curve.at(0)).toEqual({ at: day(0), withRuleMinor: 0, asItWasMinor: 0 });
    expect(told.curve.find(({ at }) => at === day(10))).toMatchObject({ withRuleMinor: 6123 });
    expect(told.curve.at(-1)).toEqual({ at: NOW, withRuleMinor: 6123, asItWasMinor: 0 });
  });

  test.each<[string, Partial<BacktestInput>, number | null]>([
    ['somebody paid less than it asks', { sales: salesOf(sale(10, 188)) }, null],
    ['somebody paid exactly that', { sales: salesOf(sale(10, 189)) }, 10],
    ['an ask below it was known then', { markets: marketOf(makeStep(day(0), 190), makeStep(day(9, 23), 180)) }, null],
    [
      'that ask was gone again',
      { markets: marketOf(makeStep(day(0), 190), makeStep(day(9), 180), makeStep(day(9, 12), 190)) },
      10,
    ],
    [
      'prices were not known any more',
      {
        markets: new Map([['panda|10|new', { steps: [makeStep(day(0), 190)], readAt: day(9) }]]),
        sales: salesOf(sale(8, 180), sale(10, 190)),
      },
      null,
    ],
    ['prices were not known yet', { markets: marketOf(makeStep(day(11), 190)) }, null],
    ['before the time', { sales: salesOf(sale(-1, 300), sale(20, 100)) }, null],
  ])('%s', (_name, given, at) => {
    expect(rowOf(makeHistory(given)).withRule?.at ?? null).toBe(at === null ? null : day(at));
  });

  test('a sale is had by one own pair, the cheapest', () => {
    const two = [makeReplayed({ id: 'a', firstPrice: usd(185) }), makeReplayed({ id: 'b', firstPrice: usd(184) })];
    const told = toldOf(withOthers(makeHistory({ listings: two, rules: [makeRule(CLOSED)] })));
    expect(told.asItWas.sold).toBe(1);
    expect(told.rows.find(({ listingId }) => listingId === 'b')?.asItWas).toMatchObject({ price: usd(184) });
  });

  test('an ask that was really ours is no competitor: then only what was paid counts', () => {
    const mine = makeReplayed({ firstPrice: usd(190) });
    const dearer = makeReplayed({ id: 'listing-2', firstPrice: usd(195) });
    const history = makeHistory({ listings: [mine, dearer], sales: salesOf(sale(10, 195), sale(11, 195)) });
    expect(rowOf({ ...history, rules: [makeRule(CLOSED)] }, 'listing-2').asItWas?.at).toBe(day(11));
    const others = { ...history, listings: [makeReplayed({ firstPrice: usd(191) }), dearer] };
    expect(rowOf({ ...others, rules: [makeRule(CLOSED)] }, 'listing-2').asItWas).toBeNull();
  });

  test('from the first change of the rule on, only the rule moves the price', () => {
    const moves = [{ at: day(5), from: usd(200), to: usd(150), by: 'user' as const }];
    const row = rowOf(makeHistory({ listings: [makeReplayed({ moves })] }));
    expect(row).toMatchObject({ withRule: { price: usd(189) }, asItWas: { price: usd(150) } });
  });

  test('taken off by the seller, it sells no more; really sold, it stays until the replay sells it', () => {
    const sales = salesOf(sale(20, 220));
    expect(rowOf(makeHistory({ sales, listings: [makeReplayed({ until: day(15) })] })).withRule).toBeNull();
    const sold = makeHistory({ sales, listings: [makeReplayed({ soldAt: day(15) })] });
    expect(rowOf(sold).withRule?.at).toBe(day(20));
    expect(toldOf(withOthers(sold)).reallySold).toBe(1);
  });
});

/** Its hours never come: it always holds. */
const CLOSED = makeSettings({ schedule: { weekdays: [0], fromMinute: 1, toMinute: 2 } });

describe('not enough', () => {
  test.each<[string, BacktestInput, object]>([
    ['four listings', withOthers(makeHistory(), 3), { lacks: ['listings'], basis: { listings: 4 } }],
    [
      'prices of thirteen days',
      withOthers(makeHistory({ from: day(17) })),
      { lacks: ['prices', 'sales'], basis: { withPrices: 0 } },
    ],
    [
      'no sale',
      withOthers(makeHistory({ sales: new Map() })),
      { lacks: ['sales'], basis: { salesSeen: 0, since: day(0) } },
    ],
    [
      'costs unknown',
      withOthers(makeHistory({ listings: [makeReplayed({ profitAt: () => null })] })),
      { lacks: ['listings', 'sales'], basis: { listings: 4, withoutProfit: 1 } },
    ],
    [
      'nothing the rule is about',
      withOthers(makeHistory({ rules: [makeRule({ scope: { ...CLOSED.scope, brands: ['Vans'] } })] })),
      { lacks: ['listings', 'sales'], basis: { listings: 0, since: null } },
    ],
  ])('%s: no figure at all', (_name, input, told) => {
    const result = runToEnd(input);
    expect(result).toMatchObject({ kind: 'not-enough-data', ...told });
    expect(Object.keys(result).toSorted()).toEqual(['basis', 'kind', 'lacks']);
  });
});

test('runs the breaker stops change nothing, and are counted', () => {
  const guards = makeGuards({ breakerMoves: 1, breakerMoveBasisPoints: 100 });
  expect(toldOf(withOthers(makeHistory({ guards })))).toMatchObject({ changes: 0, stoppedRuns: DAYS * 4 });
});

test('progress rises to one, a step for each run', () => {
  const seen = [...backtest(makeHistory())];
  expect(seen).toHaveLength(DAYS * 4);
  expect(seen.at(-1)).toBe(1);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});
