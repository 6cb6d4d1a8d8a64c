import { expect, test } from 'vitest';
import { boughtPair, day, gbp, soldPair, taxBooks, treated, UK } from '@/tests/fixtures/tax-books';
import { pooledPeriods } from './global-pool';
import { settleBooks } from './settle-books';
import type { TaxBooks } from './tax-books';
import type { TaxProfile } from './tax-profile';

const utc = (): number => 0;
const pooled: TaxProfile = { ...UK, scheme: 'global' };

/** By quarter of 2026: sales, purchases, carried in, tax, carried out, in pounds. */
function quarters(books: TaxBooks, profile: TaxProfile = pooled): readonly (readonly number[])[] {
  return pooledPeriods(settleBooks(books, profile, 'GBP'), profile, day('2026-12-31'), utc).map((each) =>
    [each.sales, each.purchases, each.carriedIn, each.tax, each.carriedOut].map((pence) => pence / 100),
  );
}

test('a margin below zero goes on until it is used up: -300, then -300 + 120 = -180, then 600 - 180 = 420 / 6 = 70', () => {
  const pairs = [0, 1, 2, 3].map((nth) =>
    boughtPair(gbp(nth === 3 ? 480 : 300), nth === 3 ? '2026-04-10' : '2026-01-10'),
  );
  const sales = [
    soldPair(pairs[0]!, gbp(600), '2026-02-10'),
    soldPair(pairs[1]!, gbp(600), '2026-05-10'),
    soldPair(pairs[2]!, gbp(600), '2026-08-10'),
  ];
  expect(quarters(taxBooks({ pairs, sales }))).toEqual([
    [600, 900, 0, 0, 300],
    [600, 480, 300, 0, 180],
    [600, 0, 180, 70, 0],
    [0, 0, 0, 0, 0],
  ]);
});

test('a sale given back lowers the margin of the quarter it came back in, never the one it was filed in', () => {
  const pair = boughtPair(gbp(300), '2026-01-10');
  const reversal = { reason: 'returned', at: day('2026-04-02'), penalty: null, note: '' } as const;
  const sale = soldPair(pair, gbp(600), '2026-02-10', { status: 'reversed', reversal });
  expect(quarters(taxBooks({ pairs: [pair], sales: [sale] })).slice(0, 2)).toEqual([
    [600, 300, 0, 50, 0],
    [-600, 0, 0, 0, 600],
  ]);
});

test('pieces that go by another scheme are no purchase of the pool', () => {
  const pairs = [
    boughtPair(gbp(300), '2026-01-10'),
    boughtPair(gbp(200), '2026-01-11', { tax: treated('margin') }),
    boughtPair(gbp(100), '2026-01-12', { condition: 'new' }),
  ];
  const sales = pairs.map((pair) => soldPair(pair, gbp(600), '2026-02-10'));
  expect(quarters(taxBooks({ pairs, sales }))[0]).toEqual([600, 300, 0, 50, 0]);
});

test('on the day of the registration the stock of that day comes in; what was sold before has no part in it', () => {
  const profile = { ...pooled, registeredOn: '2026-04-01' } as const;
  const [before, kept] = [boughtPair(gbp(400), '2026-01-10'), boughtPair(gbp(300), '2026-01-10')];
  const sales = [soldPair(before, gbp(500), '2026-02-10'), soldPair(kept, gbp(600), '2026-05-10')];
  expect(quarters(taxBooks({ pairs: [before, kept], sales }), profile)[0]).toEqual([600, 300, 0, 50, 0]);
});

test('a piece that was lost comes off the purchases of that day: 750 - (200 - 300) - 300 carried = 550, a sixth 91.67', () => {
  const lost = boughtPair(gbp(300), '2026-01-10', { status: 'written-off', writtenOffAt: day('2026-05-10') });
  const sold = boughtPair(gbp(200), '2026-04-10');
  const books = taxBooks({ pairs: [lost, sold], sales: [soldPair(sold, gbp(750), '2026-05-10')] });
  expect(quarters(books).slice(0, 2)).toEqual([
    [0, 300, 0, 0, 300],
    [750, -100, 300, 91.67, 0],
  ]);
});

test('sold abroad and free of tax: off the purchases in the quarter of that sale, back when it came back', () => {
  const pair = boughtPair(gbp(300), '2026-01-10', { tax: treated('zero') });
  const reversal = { reason: 'returned', at: day('2026-07-02'), penalty: null, note: '' } as const;
  const sale = soldPair(pair, gbp(600), '2026-05-10', { status: 'reversed', reversal });
  expect(quarters(taxBooks({ pairs: [pair], sales: [sale] })).slice(0, 3)).toEqual([
    [0, 300, 0, 0, 300],
    [0, -300, 300, 0, 0],
    [0, 300, 0, 0, 300],
  ]);
});
