import { describe, expect, test } from 'vitest';
import { ALIAS_FEE_SCHEDULES } from '../fees/alias-fee-schedules';
import { feesFor } from '../fees/fee-schedule';
import { money, type Money } from '../money/money';
import { instant } from '../time/instant';
import { isStock, stockValue, valuePair, type Figures, type ValuationSettings } from './unrealised';

const usd = (dollars: number) => money(Math.round(dollars * 100), 'USD');
const figures: Figures = { lowestAsk: usd(98), highestOffer: usd(90), lastSale: usd(99) };
const settings: ValuationSettings = {
  basis: 'lowest-ask-minus-1',
  currency: 'USD',
  schedule: feesFor(ALIAS_FEE_SCHEDULES, instant(Date.UTC(2026, 5, 1))),
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
  fx: null,
};
const pair = (cost: Money | null, otherCosts: Money | null = null) => ({ cost, otherCosts });

describe('valuePair', () => {
  test.each([
    ['lowest-ask-minus-1', 97, 80.38, 20.38],
    ['highest-offer', 90, 74.23, 14.23],
    ['last-sale', 99, 82.14, 22.14],
  ] as const)('at %s', (basis, price, net, profit) => {
    expect(valuePair(pair(usd(60)), figures, { ...settings, basis })).toEqual({
      kind: 'valued',
      price: usd(price),
      net: usd(net),
      cost: usd(60),
      profit: usd(profit),
    });
  });

  test('a cost not known leaves the value and takes the profit', () => {
    expect(valuePair(pair(null, usd(5)), figures, settings)).toMatchObject({
      net: usd(80.38),
      cost: null,
      profit: null,
    });
  });

  test('says what is missing', () => {
    const none = { ...figures, lowestAsk: null };
    const eur = money(1, 'EUR');
    expect(valuePair(pair(null), null, settings)).toEqual({ kind: 'unknown', missing: 'price' });
    expect(valuePair(pair(null), none, settings)).toEqual({ kind: 'unknown', missing: 'price' });
    expect(valuePair(pair(null), { ...figures, lowestAsk: usd(1) }, settings)).toMatchObject({ missing: 'price' });
    expect(valuePair(pair(null), figures, { ...settings, schedule: null })).toMatchObject({ missing: 'fees' });
    expect(valuePair(pair(null), figures, { ...settings, currency: 'GBP' })).toMatchObject({ missing: 'rate' });
    expect(valuePair(pair(eur), figures, settings)).toMatchObject({ missing: 'rate' });
    expect(valuePair(pair(usd(1), eur), figures, settings)).toMatchObject({ missing: 'rate' });
  });

  test('in pounds by today’s rate, costs in either currency', () => {
    const fx = { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: instant(0), source: 'test' } as const;
    const inPounds = { ...settings, currency: 'GBP', fx } as const;
    const expected = { net: money(6430, 'GBP'), cost: money(4880, 'GBP'), profit: money(1550, 'GBP') };
    expect(valuePair(pair(usd(60), money(80, 'GBP')), figures, inPounds)).toMatchObject(expected);
  });
});

test('stockValue adds up what is known and counts the rest', () => {
  const valuations = [
    valuePair(pair(usd(60)), figures, settings),
    valuePair(pair(null), figures, settings),
    valuePair(pair(usd(60)), null, settings),
    valuePair(pair(money(1, 'EUR')), figures, settings),
    valuePair(pair(usd(60)), figures, { ...settings, schedule: null }),
  ];
  expect(stockValue(valuations, settings)).toEqual({
    basis: 'lowest-ask-minus-1',
    pairs: 5,
    valued: 2,
    net: usd(160.76),
    complete: { pairs: 1, net: usd(80.38), cost: usd(60), profit: usd(20.38) },
    missingPrice: 1,
    missingFees: 1,
    missingRate: 1,
  });
});

test('stock is what is unsold and kept', () => {
  const statuses = ['in-stock', 'listed', 'returned', 'consigned', 'sold', 'written-off'] as const;
  expect(statuses.map((status) => isStock({ status, deletedAt: null }))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(isStock({ status: 'listed', deletedAt: instant(1) })).toBe(false);
});
