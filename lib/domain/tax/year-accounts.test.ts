import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePair, makeSale, usd } from '@/tests/fixtures/builders';
import { boughtPair, day, gbp, soldPair, spent, taxBooks, UK } from '@/tests/fixtures/tax-books';
import { money } from '../money/money';
import { NO_CHARGES } from '../sales/charges';
import { settleBooks } from './settle-books';
import type { TaxBooks } from './tax-books';
import { taxYearOf } from './tax-period';
import { NO_TAX_PROFILE, type TaxProfile } from './tax-profile';
import type { TaxReport } from './tax-report';
import { yearAccounts } from './year-accounts';

const utc = (): number => 0;
const US: TaxProfile = { ...NO_TAX_PROFILE, country: 'US' };

function yearOf(books: TaxBooks, on: string, profile: TaxProfile = US): TaxReport {
  const currency = profile.country === 'GB' ? 'GBP' : 'USD';
  return yearAccounts(settleBooks(books, profile, currency), profile, taxYearOf(day(on), profile, utc), utc);
}

function line(report: TaxReport, id: string): number {
  return (report.figures.find((figure) => figure.id === `line${id}`)?.amount.minor ?? Number.NaN) / 100;
}

const bought = (dollars: number, on: string, others: number | null = null) =>
  makePair({ cost: usd(dollars), otherCosts: others === null ? null : usd(others), boughtAt: day(on) });

describe('Schedule C', () => {
  test('stock 200 + bought 300 + others 15 - left 150 = 365 (line 42); 1000 - 365 = 635 (line 5)', () => {
    const [old, young, left] = [bought(200, '2025-12-01'), bought(150, '2026-02-01', 15), bought(150, '2026-03-01')];
    const sales = [old, young].map((pair) =>
      makeSale({ pairId: pair.id, price: usd(500), payout: usd(450), soldAt: day('2026-05-01') }),
    );
    const report = yearOf(taxBooks({ pairs: [old, young, left], sales }), '2026-06-01');
    expect(['35', '36', '39', '40', '41', '42', '4'].map((id) => line(report, id))).toEqual([
      200, 300, 15, 515, 150, 365, 365,
    ]);
    expect(['1', '3', '5', '10', '28', '31'].map((id) => line(report, id))).toEqual([1000, 1000, 635, 100, 100, 535]);
    expect(line(yearOf(taxBooks({ pairs: [old, young, left], sales }), '2027-06-01'), '35')).toBe(150);
  });

  test('the take splits: 100 taken of which a label of 12 is on 27, advertising of 8 on 8, the rest of 80 on 10', () => {
    const pair = bought(50, '2026-01-10');
    const charges = { ...NO_CHARGES, commission: usd(80), shipping: usd(12), advertising: usd(8) };
    const sale = makeSale({ pairId: pair.id, price: usd(500), payout: usd(400), charges, soldAt: day('2026-05-01') });
    const report = yearOf(taxBooks({ pairs: [pair], sales: [sale] }), '2026-06-01');
    expect(['10', '27', '8', '28'].map((id) => line(report, id))).toEqual([80, 12, 8, 100]);
  });

  test('returned in the year: in line 1 and in line 2; cancelled: in neither; a return of last year’s sale is in line 2', () => {
    const pairs = [0, 1, 2].map(() => bought(50, '2025-01-10'));
    const reversed = (nth: number, reason: 'returned' | 'cancelled', soldOn: string, at: string) =>
      makeSale({
        pairId: pairs[nth]!.id,
        price: usd(100),
        payout: usd(90),
        soldAt: day(soldOn),
        status: 'reversed',
        reversal: { reason, at: day(at), penalty: reason === 'cancelled' ? usd(10) : null, note: '' },
      });
    const sales = [
      reversed(0, 'returned', '2026-02-01', '2026-02-10'),
      reversed(1, 'cancelled', '2026-02-01', '2026-02-02'),
      reversed(2, 'returned', '2025-12-30', '2026-01-05'),
    ];
    const report = yearOf(taxBooks({ pairs, sales }), '2026-06-01');
    // Of the penalty of 10 and the fees of 10 that came back with last year's sale nothing is left.
    expect(['1', '2', '3', '10'].map((id) => line(report, id))).toEqual([100, 200, -100, 0]);
    // The pair that came back from last year's sale is bought again by the books of this year, and still there.
    expect(['35', '36', '41', '42'].map((id) => line(report, id))).toEqual([100, 50, 150, 0]);
  });

  test('expenses go where the seller says: software on 18, or on 25 when they say so', () => {
    const books = taxBooks({ expenses: [spent(usd(30), '2026-02-01', { category: 'software' })] });
    expect(line(yearOf(books, '2026-06-01'), '18')).toBe(30);
    const own = { ...US, expenseLines: { software: '25' } };
    expect(['18', '25'].map((id) => line(yearOf(books, '2026-06-01', own), id))).toEqual([0, 30]);
  });

  test('a sale without a payout is a receipt, and its fees are named as missing', () => {
    const pair = bought(50, '2026-01-10');
    const sale = makeSale({ pairId: pair.id, price: usd(100), payout: null, soldAt: day('2026-05-01') });
    const report = yearOf(taxBooks({ pairs: [pair], sales: [sale] }), '2026-06-01');
    expect([line(report, '1'), line(report, '10')]).toEqual([100, 0]);
    expect(report.left.map(({ reason }) => reason)).toEqual(['no-payout']);
  });

  test('a written-off pair leaves the stock on the day it was written off', () => {
    const pair = makePair({
      cost: usd(80),
      boughtAt: day('2025-06-01'),
      status: 'written-off',
      updatedAt: day('2026-03-01'),
    });
    const report = yearOf(taxBooks({ pairs: [pair] }), '2026-06-01');
    expect(['35', '41', '42'].map((id) => line(report, id))).toEqual([80, 0, 80]);
    // What is noted on it a year later leaves the loss where it was.
    const noted = { ...pair, writtenOffAt: day('2026-03-01'), updatedAt: day('2027-02-01') };
    expect(line(yearOf(taxBooks({ pairs: [noted] }), '2026-06-01'), '42')).toBe(80);
    expect(line(yearOf(taxBooks({ pairs: [noted] }), '2027-06-01'), '42')).toBe(0);
  });

  test('line 41 of a year is line 35 of the next, and 42 is what the pairs sold in it cost, whatever the books', () => {
    const piece = fc.record({
      cost: fc.integer({ min: 0, max: 50_000 }),
      boughtOn: fc.constantFrom<string>('2025-03-01', '2025-11-01', '2026-02-01', '2026-09-01'),
      soldOn: fc.constantFrom<string | null>(null, '2025-12-31', '2026-10-01', '2027-02-01'),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
        const pairs = pieces.map(({ cost, boughtOn }) =>
          makePair({ cost: money(cost, 'USD'), boughtAt: day(boughtOn) }),
        );
        const sales = pieces.flatMap(({ soldOn, boughtOn }, nth) =>
          soldOn === null || soldOn < boughtOn
            ? []
            : [makeSale({ pairId: pairs[nth]!.id, price: usd(100), payout: usd(90), soldAt: day(soldOn) })],
        );
        const books = taxBooks({ pairs, sales });
        const [before, year] = [yearOf(books, '2025-06-01'), yearOf(books, '2026-06-01')];
        expect(line(before, '41')).toBe(line(year, '35'));
        const sold = sales.filter(({ soldAt }) => soldAt >= day('2026-01-01') && soldAt < day('2027-01-01'));
        const costs = sold.map(({ pairId }) => pairs.find(({ id }) => id === pairId)?.cost?.minor ?? 0);
        expect(Math.round(line(year, '42') * 100)).toBe(costs.reduce<number>((sum, cost) => sum + cost, 0));
        expect(year).toEqual(yearOf({ ...books, pairs: pairs.toReversed(), sales: sales.toReversed() }, '2026-06-01'));
      }),
      { seed: 21, numRuns: 60 },
    );
  });
});

test('a registered seller’s year is without VAT: 120 / 6 leaves 100, 24 spent with 4 of VAT is 20', () => {
  const pair = boughtPair(gbp(60), '2026-04-10', { condition: 'new' });
  const books = taxBooks({
    pairs: [pair],
    sales: [soldPair(pair, gbp(120), '2026-05-01')],
    expenses: [spent(gbp(24), '2026-05-02', { tax: gbp(4) })],
  });
  const report = yearOf(books, '2026-06-01', UK);
  expect(report.period).toMatchObject({ first: '2026-04-06', last: '2027-04-05' });
  expect(['1', '22', '31'].map((id) => line(report, id))).toEqual([100, 20, 20]);
});
