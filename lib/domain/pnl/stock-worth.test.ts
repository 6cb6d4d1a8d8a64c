import { expect, test } from 'vitest';
import { usd } from '@/tests/fixtures/builders';
import { stockWorth, type WorthOfPair } from './stock-worth';
import { turnoverOf } from './turnover';
import { changedRows, rowPrints } from './row-prints';
import type { Valuation } from './unrealised';

const brings = (net: number): Valuation => ({
  kind: 'valued',
  price: usd(net),
  net: usd(net),
  cost: null,
  profit: null,
});
const nothing: Valuation = { kind: 'unknown', missing: 'price' };
const pair = (cost: number | null, atAsk: Valuation, atOffer: Valuation = nothing): WorthOfPair => ({
  cost: cost === null ? null : usd(cost),
  atAsk,
  atOffer,
});

test('cost 60 brings 80, cost 100 brings 70: at cost 160, at ask 150, lower of the two 60 + 70 = 130', () => {
  expect(stockWorth([pair(60, brings(80)), pair(100, brings(70))], 'USD')).toMatchObject({
    atCost: usd(160),
    atAskNet: usd(150),
    lowerOfCostAndNet: usd(130),
    belowCost: 1,
  });
});

test('without a price it is worth its cost; without a cost it is in no cost; what brings less than nothing is worth nothing', () => {
  const worth = stockWorth([pair(60, nothing), pair(null, brings(80), brings(75)), pair(20, brings(-3))], 'USD');
  expect(worth).toMatchObject({
    pairs: 3,
    withoutCost: 1,
    atCost: usd(80),
    lowerOfCostAndNet: usd(60),
    atAskNet: usd(77),
    atOfferNet: usd(75),
    valuedAtOffer: 1,
  });
});

test('2, 4, 10, 30 and 400 days to sell: median 10, the middle half 4 to 30; in any order', () => {
  const half = { sales: 5, lowerQuartile: 4, median: 10, upperQuartile: 30 };
  expect(turnoverOf([400, 2, 30, 4, 10])).toEqual(half);
  expect(turnoverOf([2, 3])).toMatchObject({ median: 2.5 });
  expect(turnoverOf([])).toBeNull();
});

test('of rows that were kept, those that changed, came and went are named', () => {
  const row = (id: string, text: string) => ({ id, text });
  const kept = rowPrints([row('b', '1'), row('a', '1'), row('sale of c', '1')]);
  expect(kept.split('\n').map((line) => line.slice(0, -9))).toEqual(['a', 'b', 'sale of c']);
  expect(changedRows(kept, [row('d', '1'), row('b', '2'), row('a', '1')])).toEqual([
    { id: 'b', what: 'changed' },
    { id: 'd', what: 'new' },
    { id: 'sale of c', what: 'gone' },
  ]);
  expect(changedRows('', [])).toEqual([]);
});
