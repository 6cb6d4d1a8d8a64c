import { expect, test } from 'vitest';
import type { RecentSale } from '@/lib/domain/market/quote';
import { NOON, usd } from '@/tests/fixtures/builders';
import { shiftInstant } from '@/lib/domain/time/instant';
import { marketSaleRows } from './merge-recent-sales';

const sale: RecentSale = { catalogId: 'panda', usSize: 10, price: usd(99), consigned: false, purchasedAt: NOON };

test('identical rows of one answer are different sales; the same answer again is the same sales', () => {
  const answer = [sale, sale, { ...sale, consigned: true }, { ...sale, purchasedAt: shiftInstant(NOON, 1) }];
  const ids = marketSaleRows(answer, NOON).map((row) => row.id);
  expect(new Set(ids).size).toBe(4);
  expect(marketSaleRows(answer, shiftInstant(NOON, 60_000)).map((row) => row.id)).toEqual(ids);
});

test('a longer answer later keeps the keys of the shorter one', () => {
  const first = marketSaleRows([sale, sale], NOON).map((row) => row.id);
  const later = marketSaleRows([{ ...sale, price: usd(101) }, sale, sale], NOON).map((row) => row.id);
  expect(later).toEqual(expect.arrayContaining(first));
});
