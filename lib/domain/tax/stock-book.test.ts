import { expect, test } from 'vitest';
import { boughtPair, day, gbp, soldPair, taxBooks, UK } from '@/tests/fixtures/tax-books';
import type { FxRate } from '../money/fx';
import { money } from '../money/money';
import { settleBooks } from './settle-books';
import { stockBook } from './stock-book';
import type { TaxBooks } from './tax-books';
import { returnPeriodOf } from './tax-period';
import { ukVatReturn } from './uk-vat-return';

const utc = (): number => 0;

function bookOf(books: TaxBooks) {
  return stockBook(settleBooks(books, UK, 'GBP'), books.pairs, new Map(), UK, utc);
}

function box1(books: TaxBooks, on: string): number {
  const { figures } = ukVatReturn(settleBooks(books, UK, 'GBP'), UK, returnPeriodOf(day(on), UK, utc), utc);
  return figures.find(({ id }) => id === 'box1')?.amount.minor ?? Number.NaN;
}

test('given back in April and sold again in May: the book has the second sale, and both returns come to its VAT', () => {
  const pair = boughtPair(gbp(60), '2026-01-10');
  const reversal = { reason: 'returned', at: day('2026-04-02'), penalty: null, note: '' } as const;
  const first = soldPair(pair, gbp(120), '2026-03-30', { status: 'reversed', reversal });
  const back = taxBooks({ pairs: [pair], sales: [first] });
  expect(bookOf(back)).toMatchObject([{ sold: null }]);
  const again = taxBooks({ pairs: [pair], sales: [soldPair(pair, gbp(90), '2026-05-10'), first] });
  expect(bookOf(again)).toMatchObject([{ sold: { day: '2026-05-10', margin: gbp(30), tax: gbp(5) } }]);
  expect([box1(again, '2026-02-01'), box1(again, '2026-05-01')]).toEqual([1000, 500 - 1000]);
});

test('bought in euros: the margin is on pounds of the day of purchase, 120.00 - 100 x 0.84 = 36.00, a sixth is 6.00', () => {
  const pair = boughtPair(money(10_000, 'EUR'), '2026-01-10');
  const rate: FxRate = { base: 'EUR', quote: 'GBP', rateE8: 84_000_000, asOf: day('2026-01-09'), source: 'test' };
  const rateAt = (_a: string, _b: string, at: number) => (at === day('2026-01-10') ? rate : null);
  const books = taxBooks({ pairs: [pair], sales: [soldPair(pair, gbp(120), '2026-02-10')], rateAt });
  expect(bookOf(books)).toMatchObject([{ bought: { price: gbp(84) }, sold: { margin: gbp(36), tax: gbp(6) } }]);
  expect(box1(books, '2026-02-01')).toBe(600);
});
