import { expect, test } from 'vitest';
import type { WatchlistItemRow } from '@/lib/db/rows';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { PANDA, watchPanda } from '@/tests/fixtures/alerts-bench';
import { makePrice, makeProduct, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { ringTargets, targetTables, type TargetNews } from './ring-targets';
import type { TargetTerms } from './target-facts';

const TERMS: TargetTerms = {
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
  buying: null,
  mostPerDay: 5,
  offsetAt: () => 0,
};

async function ring(terms: TargetTerms | null, given: Partial<WatchlistItemRow> = {}, rangToday = 0) {
  const db = makeDatabase();
  await watchPanda(db);
  await db.watchlistItems.update('item', { targetPrice: usd(100), ...given });
  await db.marketSales.bulkAdd(
    [110, 112, 112, 115, 120].map((dollars, nth) => ({
      id: `sale-${nth}`,
      catalogId: PANDA,
      usSize: 10,
      price: usd(dollars),
      consigned: null,
      purchasedAt: shiftInstant(NOON, -(nth + 1) * DAY_MS),
      seenAt: NOON,
    })),
  );
  const rest = { catalogId: PANDA, usSize: 10, kind: null, seen: true, onBadge: false, title: '', message: '' };
  await db.alertEvents.bulkAdd(
    Array.from({ length: rangToday }, (_, nth) => ({
      ...rest,
      id: `event-${nth}`,
      alertId: 'alert',
      itemId: 'item',
      at: shiftInstant(NOON, -nth),
      digest: null,
      facts: {},
    })),
  );
  const told: TargetNews[] = [];
  const quotes = [makePrice({ lowestAsk: usd(98), lastSale: usd(120) })];
  const reading = { catalogId: PANDA, product: makeProduct(), quotes, now: NOON, terms };
  await db.transaction('rw', [...targetTables(db)], async () => {
    await ringTargets(db, reading, (news) => {
      told.push(news);
      return { title: 'reached', message: '' };
    });
  });
  return { told, item: await db.watchlistItems.get('item'), db };
}

test('a target is told with its place among the sales and what the pair would bring', async () => {
  const { told, item, db } = await ring(TERMS);
  // $120 nets $100.60 after fees.
  expect(told).toMatchObject([{ ask: usd(98), underMedian: usd(14), profit: usd(2.6) }]);
  expect(item?.reachedAt).toBe(NOON);
  expect((await db.alertEvents.toArray())[0]?.facts).toMatchObject({ underMedian: usd(14), profit: usd(2.6) });
});

test('what buying adds counts, in whatever currency it is known; without the terms nothing is told of it', async () => {
  const buying = { feeBasisPoints: null, fixedFee: null, shipping: usd(5), dutyBasisPoints: null };
  expect((await ring({ ...TERMS, buying })).told).toMatchObject([{ profit: usd(-2.4) }]);
  expect((await ring(null)).told).toMatchObject([{ underMedian: usd(14), profit: null }]);
});

test('what rang often enough today stays silent, and keeps waiting', async () => {
  const { told, item } = await ring(TERMS, {}, 5);
  expect(told).toEqual([]);
  expect(item?.reachedAt).toBeNull();
  expect((await ring(TERMS, {}, 4)).told).toHaveLength(1);
});
