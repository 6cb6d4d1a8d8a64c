import { describe, expect, test } from 'vitest';
import { boughtPair, day, gbp, soldPair, spent, taxBooks, treated, UK } from '@/tests/fixtures/tax-books';
import { usd } from '@/tests/fixtures/builders';
import { settleBooks } from './settle-books';
import type { TaxBooks } from './tax-books';
import { returnPeriodOf } from './tax-period';
import type { TaxProfile } from './tax-profile';
import type { TaxReport } from './tax-report';
import { mtdReturn, ukVatReturn } from './uk-vat-return';

const utc = (): number => 0;

function returnOf(books: TaxBooks, on: string, profile: TaxProfile = UK): TaxReport {
  const settled = settleBooks(books, profile, 'GBP');
  return ukVatReturn(settled, profile, returnPeriodOf(day(on), profile, utc), utc);
}

function box(report: TaxReport, id: string): number {
  return report.figures.find((figure) => figure.id === id)?.shown.minor ?? Number.NaN;
}

describe('a VAT return', () => {
  test('margin: 500,000.00 - 483,333.38 = 16,666.62; a sixth is 2,777.77; box 6 is 500,000.00 - 2,777.77 = 497,222', () => {
    const pair = boughtPair(gbp(483_333.38), '2026-01-10');
    const report = returnOf(
      taxBooks({ pairs: [pair], sales: [soldPair(pair, gbp(500_000), '2026-02-10')] }),
      '2026-02-01',
    );
    expect(box(report, 'box1')).toBe(277_777);
    expect(box(report, 'box6')).toBe(49_722_200);
    expect(box(report, 'box7')).toBe(48_333_300);
    expect(mtdReturn(report)).toEqual({
      periodKey: '',
      vatDueSales: 2777.77,
      vatDueAcquisitions: 0,
      totalVatDue: 2777.77,
      vatReclaimedCurrPeriod: 0,
      netVatDue: 2777.77,
      totalValueSalesExVAT: 497_222,
      totalValuePurchasesExVAT: 483_333,
      totalValueGoodsSuppliedExVAT: 0,
      totalAcquisitionsExVAT: 0,
      finalised: false,
    });
  });

  test('standard: 120.00 / 6 = 20.00 (box 1), 100.00 (box 6); an unused pair is standard unless it is said otherwise', () => {
    const pair = boughtPair(gbp(60), '2026-01-10', { condition: 'new' });
    const report = returnOf(taxBooks({ pairs: [pair], sales: [soldPair(pair, gbp(120), '2026-02-10')] }), '2026-02-01');
    expect([box(report, 'box1'), box(report, 'box6')]).toEqual([2000, 10_000]);
  });

  test('an unused pair the seller put under the margin scheme: (120.00 - 60.00) / 6 = 10.00', () => {
    const pair = boughtPair(gbp(60), '2026-01-10', { condition: 'new', tax: treated('margin') });
    const report = returnOf(taxBooks({ pairs: [pair], sales: [soldPair(pair, gbp(120), '2026-02-10')] }), '2026-02-01');
    expect(box(report, 'box1')).toBe(1000);
  });

  test('tax on the purchase invoice rules the margin scheme out: 120.00 / 6 = 20.00 less 10.00 of the invoice', () => {
    const tax = treated('margin', { inputTax: gbp(10), purchaseInvoice: 'A-1' });
    const pair = boughtPair(gbp(60), '2026-01-10', { tax });
    const report = returnOf(taxBooks({ pairs: [pair], sales: [soldPair(pair, gbp(120), '2026-02-10')] }), '2026-02-01');
    expect([box(report, 'box1'), box(report, 'box4'), box(report, 'box5'), box(report, 'box7')]).toEqual([
      2000, 1000, 1000, 5000,
    ]);
  });

  test('a loss is no VAT and helps no other piece: max(0, 50 - 60) / 6 + (120 - 60) / 6 = 10.00; added costs have no part', () => {
    const [lost, won] = [1, 2].map(() => boughtPair(gbp(60), '2026-01-10', { otherCosts: gbp(6) }));
    const sales = [soldPair(lost!, gbp(50), '2026-02-10'), soldPair(won!, gbp(120), '2026-02-11')];
    expect(box(returnOf(taxBooks({ pairs: [lost!, won!], sales }), '2026-02-01'), 'box1')).toBe(1000);
  });

  test('box 5 is what lies between 3 and 4, also when it comes back: |20.00 - 36.00| = 16.00', () => {
    const pair = boughtPair(gbp(60), '2026-01-10', { condition: 'new' });
    const books = taxBooks({
      pairs: [pair],
      sales: [soldPair(pair, gbp(120), '2026-02-10')],
      expenses: [spent(gbp(216), '2026-03-31', { tax: gbp(36) })],
    });
    const report = returnOf(books, '2026-02-01');
    expect([box(report, 'box4'), box(report, 'box5'), box(report, 'box7')]).toEqual([3600, 1600, 24_000]);
    expect(mtdReturn(report).netVatDue).toBe(16);
  });

  test('a journey with the own car is bought from nobody: not in box 7', () => {
    const mileage = { tenths: 100, unit: 'mile', rateMilli: 45_000, rateSource: '', from: '', to: '' } as const;
    const books = taxBooks({
      expenses: [spent(gbp(4.5), '2026-02-01', { category: 'mileage', mileage }), spent(gbp(12), '2026-02-01')],
    });
    expect(box(returnOf(books, '2026-02-01'), 'box7')).toBe(1200);
  });

  test('a pair given back in the next quarter leaves the first as it was and takes 20.00 off the second', () => {
    const pair = boughtPair(gbp(60), '2026-01-10', { condition: 'new' });
    const reversal = { reason: 'returned', at: day('2026-04-02'), penalty: null, note: '' } as const;
    const sale = soldPair(pair, gbp(120), '2026-03-30', { status: 'reversed', reversal });
    const books = taxBooks({ pairs: [pair], sales: [sale] });
    expect(box(returnOf(books, '2026-02-01'), 'box1')).toBe(2000);
    expect(box(returnOf(books, '2026-05-01'), 'box1')).toBe(-2000);
    expect(box(returnOf(books, '2026-05-01'), 'box6')).toBe(-10_000);
  });

  test('sales before the registration have no part in it', () => {
    const pair = boughtPair(gbp(60), '2026-01-10', { condition: 'new' });
    const books = taxBooks({ pairs: [pair], sales: [soldPair(pair, gbp(120), '2026-02-10')] });
    expect(box(returnOf(books, '2026-02-01', { ...UK, registeredOn: '2026-02-11' }), 'box1')).toBe(0);
    expect(box(returnOf(books, '2026-02-01', { ...UK, registeredOn: '2026-02-10' }), 'box1')).toBe(2000);
  });

  test('the day of a sale is the seller’s own: 31 March 23:30 UTC is April in London', () => {
    const pair = boughtPair(gbp(60), '2026-01-10', { condition: 'new' });
    const sale = { ...soldPair(pair, gbp(120), '2026-03-31'), soldAt: (day('2026-03-31') + 11.5 * 3_600_000) as never };
    const summer = (at: number): number => (at >= Date.UTC(2026, 2, 29, 1) ? 3_600_000 : 0);
    const books = taxBooks({ pairs: [pair], sales: [sale], offsetAt: summer });
    const settled = settleBooks(books, UK, 'GBP');
    const of = (on: string) => ukVatReturn(settled, UK, returnPeriodOf(day(on), UK, summer), summer);
    expect([box(of('2026-02-01'), 'box1'), box(of('2026-05-01'), 'box1')]).toEqual([0, 2000]);
  });
});

describe('what is missing is in no sum and named', () => {
  test.each([
    ['no-cost', boughtPair(null, '2026-01-10'), gbp(120)],
    ['no-rate', boughtPair(gbp(60), '2026-01-10'), usd(120)],
  ] as const)('%s', (reason, pair, price) => {
    const report = returnOf(taxBooks({ pairs: [pair], sales: [soldPair(pair, price, '2026-02-10')] }), '2026-02-01');
    expect([box(report, 'box1'), box(report, 'box6')]).toEqual([0, 0]);
    expect(report.left.filter(({ kind }) => kind === 'sale').map((row) => row.reason)).toEqual([reason]);
  });

  test('a pair nobody knows, where some pairs go by a margin', () => {
    const pair = boughtPair(gbp(60), '2026-01-10');
    const books = taxBooks({ sales: [soldPair(pair, gbp(120), '2026-02-10')] });
    expect(returnOf(books, '2026-02-01').left.map(({ reason }) => reason)).toEqual(['no-pair']);
    const all = { ...UK, scheme: 'standard' } as const;
    expect(box(returnOf(books, '2026-02-01', all), 'box1')).toBe(2000);
  });

  test('a sale in dollars is told by its own rate: $120.00 at 0.75 is £90.00, a sixth £15.00', () => {
    const pair = boughtPair(gbp(60), '2026-01-10', { condition: 'new' });
    const fx = { base: 'USD', quote: 'GBP', rateE8: 75_000_000, asOf: day('2026-02-10'), source: 'test' } as const;
    const sale = soldPair(pair, usd(120), '2026-02-10', { fx });
    expect(box(returnOf(taxBooks({ pairs: [pair], sales: [sale] }), '2026-02-01'), 'box1')).toBe(1500);
  });
});
