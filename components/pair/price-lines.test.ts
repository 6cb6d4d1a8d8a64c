import { expect, test } from 'vitest';
import type { ActivityRow, PriceHistoryRow } from '@/lib/db/rows';
import { money } from '@/lib/domain/money/money';
import { instant } from '@/lib/domain/time/instant';
import { makeListing, usd } from '@/tests/fixtures/builders';
import { marketLine, moveOf, ownLine, priceMoves } from './price-lines';

const listing = makeListing({ listedAt: instant(10), price: usd(90) });

function moved(at: number, from: number, to: number, currency = 'USD'): ActivityRow {
  return {
    id: `a${at}`,
    at: instant(at),
    kind: 'listing/price',
    by: 'sync',
    entity: { table: 'listings', id: listing.id },
    summary: '',
    facts: { from, to, currency },
  };
}

function observed(at: number, lowestAsk: PriceHistoryRow['lowestAsk']): PriceHistoryRow {
  return {
    id: `h${at}`,
    variantId: 'v',
    catalogId: 'c',
    at: instant(at),
    tier: 'raw',
    lowestAsk,
    highestOffer: null,
    lastSale: null,
  };
}

test('the own ask begins at the price before the first move and follows each move', () => {
  const activity = [moved(30, 10_000, 9000), moved(20, 12_000, 10_000), moved(25, 1, 2, 'GBP')];
  expect(priceMoves({ listing, activity }).map(({ at }) => at)).toEqual([20, 30]);
  expect(ownLine({ listing, activity, priceHistory: [] })).toEqual([
    { at: 10, value: 12_000 },
    { at: 20, value: 10_000 },
    { at: 30, value: 9000 },
  ]);
});

test('a listing that is gone ends its line, and none has none', () => {
  const gone = { ...listing, deletedAt: instant(40) };
  expect(ownLine({ listing: gone, activity: [], priceHistory: [] })).toEqual([
    { at: 10, value: 9000 },
    { at: 40, value: null },
  ]);
  expect(ownLine({ listing: null, activity: [], priceHistory: [] })).toEqual([]);
});

test('the market keeps its gaps and leaves out another currency', () => {
  const priceHistory = [observed(1, usd(100)), observed(2, null), observed(3, money(1, 'GBP')), observed(4, usd(88))];
  const line = marketLine({ priceHistory }, 'lowestAsk', 'USD');
  expect(line).toEqual([
    { at: 1, value: 10_000 },
    { at: 2, value: null },
    { at: 4, value: 8800 },
  ]);
  expect(moveOf(line)).toEqual({ by: -1200, from: 10_000, ms: 3 });
  expect(moveOf(line.slice(0, 1))).toBeNull();
});
