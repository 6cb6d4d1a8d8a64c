import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, makePair, makeSale, pound, settings, usd } from '@/tests/fixtures/pnl-rows';
import { money } from '../money/money';
import { pnlReport } from './pnl-report';
import { pnlTotals } from './pnl-totals';

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
        byProfile: usd(0),
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
      { seed: 1 },
    );
  });
});
