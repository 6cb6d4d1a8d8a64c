import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALIAS_FEE_SCHEDULES } from '../fees/alias-fee-schedules';
import type { Pair } from '../inventory/pair';
import type { FxRate } from '../money/fx';
import { money, type Money } from '../money/money';
import type { Sale } from '../sales/sale';
import { DAY_MS, instant, type Instant } from '../time/instant';
import { pnlLine, type PnlSettings } from './pnl-line';
import { pnlReport, pnlTotals } from './pnl-report';
import { NOTHING } from './split-take';
import { marginOf, profitOf, roiOf, totalCost } from './profit';

const day = (number: number): Instant => instant(Date.UTC(2026, 5, 1) + number * DAY_MS);
const usd = (dollars: number) => money(Math.round(dollars * 100), 'USD');
const gbp = (pounds: number) => money(Math.round(pounds * 100), 'GBP');
const pound: FxRate = { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: day(0), source: 'test' };
const settings: PnlSettings = {
  currency: 'USD',
  schedules: ALIAS_FEE_SCHEDULES,
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
};

function makeSale(facts: Partial<Sale> = {}): Sale {
  return {
    id: 'sale-1',
    createdAt: day(0),
    updatedAt: day(0),
    marketplace: 'alias',
    externalOrderId: 'order-1',
    orderNumber: '100001',
    pairId: 'pair-1',
    catalogId: 'panda',
    name: 'Dunk Low Panda',
    brand: 'Nike',
    rawSku: 'DD1391 100',
    sizeValue: 10,
    soldAt: day(0),
    price: usd(97),
    payout: null,
    status: 'completed',
    fx: null,
    charges: null,
    paid: null,
    details: null,
    reversal: null,
    importId: null,
    ...facts,
  };
}

function makePair(cost: Money | null, otherCosts: Money | null = null): Pair {
  return {
    id: 'pair-1',
    createdAt: day(0),
    updatedAt: day(0),
    deletedAt: null,
    status: 'sold',
    origin: 'ledger',
    catalogId: 'panda',
    styleCode: null,
    name: '',
    brand: '',
    size: { value: 10, system: 'US' },
    condition: 'new',
    packaging: 'good',
    cost,
    otherCosts,
    boughtAt: null,
    supplier: null,
    boughtUrl: null,
    ledgerRef: null,
    tags: [],
    location: null,
    priceMinimum: null,
    priceMaximum: null,
    note: '',
    goatListingId: null,
    soldAt: day(0),
    tax: null,
    importId: null,
  };
}

test('a sale elsewhere brings what the seller says arrived: no fees of alias, no cash-out, nothing estimated', () => {
  const told = makeSale({ marketplace: 'ebay', price: gbp(120), payout: gbp(106) });
  expect(pnlLine(told, makePair(gbp(60), gbp(4)), { ...settings, currency: 'GBP', schedules: [] })).toMatchObject({
    revenue: gbp(120),
    fees: { take: gbp(14), takeIs: 'actual', cashOut: gbp(0), cashOutIs: 'none' },
    missingFees: [],
    net: gbp(106),
    profit: gbp(42),
    estimated: false,
  });
});

test('a payout told in another currency than the price is told by its own way, and stops no report', () => {
  const charges = { ...NOTHING, commission: usd(10) };
  const sale = makeSale({ marketplace: 'ebay', price: usd(100), payout: gbp(64), charges, fx: pound });
  expect(pnlLine(sale, makePair(usd(60)), settings)).toMatchObject({
    fees: { take: usd(20), split: null },
    net: usd(80),
    profit: usd(20),
  });
  expect(pnlLine({ ...sale, fx: null }, makePair(usd(60)), settings)).toMatchObject({ fees: null, profit: null });
});

describe('profit, margin, ROI', () => {
  test('of known figures', () => {
    expect(totalCost(usd(60), usd(5))).toEqual(usd(65));
    expect(profitOf(usd(80.38), usd(60))).toEqual(usd(20.38));
    expect(marginOf(usd(19.7), usd(119))).toBe(1655);
    expect(roiOf(usd(15), usd(100))).toBe(1500);
    expect(roiOf(usd(-15), usd(100))).toBe(-1500);
  });

  test('unknown in, unknown out', () => {
    expect(totalCost(null, usd(5))).toBeNull();
    expect(totalCost(usd(60), null)).toEqual(usd(60));
    expect(profitOf(null, usd(1))).toBeNull();
    expect(profitOf(usd(1), null)).toBeNull();
    expect(marginOf(null, usd(1))).toBeNull();
    expect(marginOf(usd(1), usd(0))).toBeNull();
    expect(roiOf(usd(1), null)).toBeNull();
    expect(roiOf(usd(1), usd(0))).toBeNull();
  });
});

describe('pnlLine', () => {
  test('with estimated fees', () => {
    expect(pnlLine(makeSale(), makePair(usd(60), usd(2)), settings)).toMatchObject({
      revenue: usd(97),
      fees: {
        take: usd(14.21),
        takeIs: 'estimated',
        split: { ...NOTHING, commission: usd(9.21), sellerFee: usd(5) },
        cashOut: usd(2.41),
        cashOutIs: 'estimated',
      },
      net: usd(80.38),
      cost: usd(60),
      otherCosts: usd(2),
      profit: usd(18.38),
      estimated: true,
    });
  });

  test('with the payout the order states', () => {
    const line = pnlLine(makeSale({ payout: usd(82.79) }), makePair(usd(60)), settings);
    expect(line).toMatchObject({
      fees: { take: usd(14.21), takeIs: 'actual', split: null, cashOut: usd(2.4) },
      net: usd(80.39),
      profit: usd(20.39),
      estimated: true,
    });
    const kept = { ...settings, profile: { ...settings.profile, withdraws: false } };
    expect(pnlLine(makeSale({ payout: usd(82.79) }), makePair(usd(60)), kept)).toMatchObject({
      fees: { cashOut: usd(0), cashOutIs: 'none' },
      profit: usd(22.79),
      estimated: false,
    });
  });

  test('uses the fees of the day of the sale', () => {
    const gb = { ...settings, profile: { ...settings.profile, country: 'GB' } };
    const at = (soldAt: Instant) => pnlLine(makeSale({ soldAt }), makePair(usd(60)), gb)?.fees?.split?.sellerFee;
    expect(at(instant(Date.UTC(2023, 0, 1)))).toEqual(usd(12));
    expect(at(day(0))).toEqual(usd(5));
  });

  test('without a cost, a pair or fees the profit is unknown', () => {
    expect(pnlLine(makeSale(), makePair(null), settings)).toMatchObject({ cost: null, net: usd(80.38), profit: null });
    expect(pnlLine(makeSale(), null, settings)).toMatchObject({ cost: null, profit: null });
    const unrated = { ...settings, profile: { ...settings.profile, rating: null } };
    expect(pnlLine(makeSale(), makePair(usd(60)), unrated)).toMatchObject({
      fees: null,
      missingFees: ['rating'],
      net: null,
      profit: null,
      estimated: false,
    });
    expect(pnlLine(makeSale({ payout: usd(82.79) }), makePair(usd(60)), unrated)).toMatchObject({ profit: usd(20.39) });
  });

  test('in another currency by the sale’s own rate', () => {
    const inPounds = { ...settings, currency: 'GBP' } as const;
    expect(pnlLine(makeSale({ fx: pound }), makePair(usd(60)), inPounds)).toMatchObject({
      revenue: gbp(77.6),
      fees: { take: gbp(11.37), split: { sellerFee: gbp(4), commission: gbp(7.37) }, cashOut: gbp(1.93) },
      net: gbp(64.3),
      cost: gbp(48),
      profit: gbp(16.3),
    });
    expect(pnlLine(makeSale({ fx: pound }), makePair(gbp(48)), inPounds)).toMatchObject({ profit: gbp(16.3) });
    expect(pnlLine(makeSale(), makePair(gbp(48)), inPounds)).toBeNull();
    expect(pnlLine(makeSale({ fx: pound }), makePair(money(1, 'EUR')), inPounds)).toBeNull();
    expect(pnlLine(makeSale(), makePair(gbp(48)), settings)).toBeNull();
  });
});

describe('pnlReport and pnlTotals', () => {
  const sales = [
    makeSale({ id: 'c', soldAt: day(9), payout: usd(82.79), pairId: 'known' }),
    makeSale({ id: 'a', soldAt: day(0), pairId: 'known', status: 'pending' }),
    makeSale({ id: 'b', soldAt: day(5), pairId: 'unknown' }),
    makeSale({ id: 'd', soldAt: day(5), status: 'reversed', pairId: 'known' }),
    makeSale({ id: 'e', soldAt: day(6), pairId: 'euro' }),
  ];
  const pairs = new Map([
    ['known', makePair(usd(60), usd(1))],
    ['unknown', makePair(null)],
    ['euro', makePair(money(5000, 'EUR'))],
  ]);
  const report = pnlReport(sales, pairs, settings);

  test('lines by date; reversed and rateless sales excluded and told', () => {
    expect(report.lines.map(({ saleId }) => saleId)).toEqual(['a', 'b', 'c']);
    expect(report.excluded.map(({ saleId, reason }) => [saleId, reason])).toEqual([
      ['d', 'reversed'],
      ['e', 'missing-rate'],
    ]);
  });

  test('totals of all', () => {
    expect(pnlTotals(report, null)).toEqual({
      sales: 3,
      revenue: usd(291),
      complete: {
        sales: 2,
        revenue: usd(194),
        take: usd(28.42),
        actualTake: usd(14.21),
        unsplit: usd(14.21),
        commission: usd(9.21),
        sellerFee: usd(5),
        processing: usd(0),
        shipping: usd(0),
        advertising: usd(0),
        penalty: usd(0),
        feeTax: usd(0),
        adjustment: usd(0),
        expenses: usd(0),
        cashOut: usd(4.81),
        cost: usd(120),
        otherCosts: usd(2),
        profit: usd(38.77),
      },
      costUnknown: 1,
      feesUnknown: 0,
      estimated: 2,
      pending: 1,
      reversed: 1,
      penalties: usd(0),
      missingRate: 1,
      unsettled: 0,
    });
  });

  test('totals of a period count its sales only', () => {
    expect(pnlTotals(report, { from: day(0), to: day(5) })).toMatchObject({ sales: 1, reversed: 0, missingRate: 0 });
    expect(pnlTotals(report, { from: day(5), to: day(9) })).toMatchObject({ sales: 1, reversed: 1, missingRate: 1 });
    expect(pnlTotals(report, { from: day(20), to: day(30) })).toMatchObject({ sales: 0, revenue: usd(0) });
  });

  test('figures add up, periods add up, and the same inputs give the same cents', () => {
    const anySale = fc.record({
      soldAt: fc.nat(9).map(day),
      price: fc.integer({ min: 1, max: 5000 }).map(usd),
      payout: fc.option(fc.integer({ min: 0, max: 400_000 }).map((cents) => money(cents, 'USD'))),
      status: fc.constantFrom('pending', 'completed', 'reversed'),
      pairId: fc.constantFrom('known', 'unknown', 'euro', 'nobody'),
      fx: fc.option(fc.integer({ min: 70_000_000, max: 90_000_000 }).map((rateE8) => ({ ...pound, rateE8 }))),
    });
    fc.assert(
      fc.property(fc.array(anySale), fc.constantFrom('USD', 'GBP'), (facts, currency) => {
        const all = facts.map((fact, index) => makeSale({ id: `s${index}`, ...fact }));
        const made = pnlReport(all, pairs, { ...settings, currency });
        expect(pnlReport(all.toReversed(), pairs, { ...settings, currency })).toEqual(made);
        expect(made.lines.length + made.excluded.length).toBe(all.length);
        const { complete, ...whole } = pnlTotals(made, null);
        const spent = complete.take.minor + complete.cashOut.minor + complete.cost.minor + complete.otherCosts.minor;
        expect(complete.revenue.minor - spent).toBe(complete.profit.minor);
        const parts = complete.unsplit.minor + complete.commission.minor + complete.sellerFee.minor;
        expect(parts).toBe(complete.take.minor);
        const halves = [
          { from: day(0), to: day(4) },
          { from: day(4), to: day(10) },
        ].map((period) => pnlTotals(made, period));
        const halvesProfit = halves.reduce((total, half) => total + half.complete.profit.minor, 0);
        expect(halvesProfit).toBe(complete.profit.minor);
        expect(halves.reduce((total, half) => total + half.sales, 0)).toBe(whole.sales);
      }),
    );
  });
});
