import { describe, expect, test } from 'vitest';
import { boughtPair, day, gbp, soldPair, taxBooks, UK } from '@/tests/fixtures/tax-books';
import { settleBooks } from './settle-books';
import type { TaxBooks } from './tax-books';
import { returnPeriodOf } from './tax-period';
import type { TaxProfile } from './tax-profile';
import type { TaxReport } from './tax-report';
import { ukVatReturn } from './uk-vat-return';

const utc = (): number => 0;

function returnOf(books: TaxBooks, on: string, profile: TaxProfile = UK): TaxReport {
  const settled = settleBooks(books, profile, 'GBP');
  return ukVatReturn(settled, profile, returnPeriodOf(day(on), profile, utc), utc);
}

function box(report: TaxReport, id: string): number {
  return report.figures.find((figure) => figure.id === id)?.shown.minor ?? Number.NaN;
}

describe('global accounting', () => {
  const pooled: TaxProfile = { ...UK, scheme: 'global' };

  test('bought for 900, sold for 600: nothing to pay, 300 carried; then sold for 900: (900 - 300) / 6 = 100.00', () => {
    const pairs = [0, 1].map(() => boughtPair(gbp(450), '2026-01-10'));
    const sales = [soldPair(pairs[0]!, gbp(600), '2026-02-10'), soldPair(pairs[1]!, gbp(900), '2026-05-10')];
    const books = taxBooks({ pairs, sales });
    expect(box(returnOf(books, '2026-02-01', pooled), 'box1')).toBe(0);
    expect(box(returnOf(books, '2026-05-01', pooled), 'box1')).toBe(10_000);
    expect(box(returnOf(books, '2026-05-01', pooled), 'box6')).toBe(80_000);
  });

  test.each([
    [500, 'in the pool: (900 - 500) / 6 = 66.67', 6667],
    [500.01, 'by itself: (900 - 500.01) / 6 = 66.67, and box 6 as well', 6667],
  ])('a piece for %d is %s', (cost, _how, tax) => {
    const [pair, other] = [boughtPair(gbp(cost), '2026-01-10'), boughtPair(gbp(400), '2026-01-10')];
    const books = taxBooks({ pairs: [pair], sales: [soldPair(pair, gbp(900), '2026-02-10')] });
    expect(box(returnOf(books, '2026-02-01', pooled), 'box1')).toBe(tax);
    // A piece in the pool is helped by the loss on another one; a dearer one is not.
    const lossy = taxBooks({
      pairs: [pair, other],
      sales: [soldPair(pair, gbp(900), '2026-02-10'), soldPair(other, gbp(100), '2026-02-11')],
    });
    expect(box(returnOf(lossy, '2026-02-01', pooled), 'box1')).toBe(cost === 500 ? 1667 : 6667);
  });
});
