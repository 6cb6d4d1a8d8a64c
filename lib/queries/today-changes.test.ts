import { describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { PriceHistoryRow } from '@/lib/db/rows';
import { variantId } from '@/lib/domain/market/quote';
import { DAY_MS, HOUR_MS, instant, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { makeAlertEvent, watchPanda } from '@/tests/fixtures/alerts-bench';
import {
  makeListing,
  makeOrder,
  makePair,
  makePrice,
  makeProduct,
  makeSale,
  NOON,
  usd,
} from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { todayChanges } from './today-changes';

const SINCE = shiftInstant(NOON, -8 * HOUR_MS);
const BEFORE = shiftInstant(SINCE, -HOUR_MS);
const AFTER = shiftInstant(SINCE, HOUR_MS);

async function changesIn(fill: (db: ArchvdDatabase) => Promise<unknown>) {
  const db = makeDatabase();
  await fill(db);
  return todayChanges(db, SINCE, NOON);
}

describe('sales and orders', () => {
  test('a sale made or read since is news; an old one read on the first sync is history', async () => {
    const { sold } = await changesIn((db) =>
      db.sales.bulkAdd([
        makeSale({ id: 'made', soldAt: AFTER, createdAt: AFTER }),
        makeSale({ id: 'read late', soldAt: BEFORE, createdAt: AFTER }),
        makeSale({ id: 'known', soldAt: BEFORE, createdAt: BEFORE }),
        makeSale({ id: 'history', soldAt: shiftInstant(SINCE, -30 * DAY_MS), createdAt: AFTER }),
        makeSale({ id: 'gone again', soldAt: AFTER, createdAt: AFTER, status: 'reversed' }),
      ]),
    );
    expect(sold.count).toBe(2);
    expect(sold.newest.map(({ sale }) => sale.id)).toEqual(['made', 'read late']);
  });

  test('orders that moved, apart from new and cancelled ones, with the size in the system of the product', async () => {
    const { moved, cancelled } = await changesIn(async (db) => {
      await db.products.add(makeProduct({ sizeSystem: 'EU', sizeRun: 'women' }));
      await db.orders.bulkAdd([
        makeOrder({ id: 'moved', soldAt: BEFORE, changedAt: AFTER, status: 'in-transit', sizeValue: 42.5 }),
        makeOrder({ id: 'new', soldAt: AFTER, changedAt: AFTER }),
        makeOrder({ id: 'cancelled', soldAt: BEFORE, changedAt: AFTER, status: 'cancelled' }),
        makeOrder({ id: 'still', soldAt: BEFORE, changedAt: BEFORE, status: 'in-transit' }),
      ]);
    });
    expect(moved).toMatchObject({
      count: 1,
      newest: [{ order: { id: 'moved' }, stage: 'in-transit', size: { value: 42.5, system: 'EU' }, run: 'women' }],
    });
    expect(cancelled).toMatchObject({ count: 1, newest: [{ order: { id: 'cancelled' } }] });
  });

  test('of many the newest four are named and all are counted', async () => {
    const { sold } = await changesIn((db) =>
      db.sales.bulkAdd(
        Array.from({ length: 9 }, (_, nth) =>
          makeSale({ id: `s${nth}`, soldAt: instant(AFTER + nth), createdAt: AFTER }),
        ),
      ),
    );
    expect(sold.count).toBe(9);
    expect(sold.newest.map(({ sale }) => sale.id)).toEqual(['s8', 's7', 's6', 's5']);
  });
});

test('alerts that rang since in their words, the newest first, not those looked at, a reached target once', async () => {
  const { alerts } = await changesIn(async (db) => {
    await watchPanda(db);
    await db.watchlistItems.update('item', { targetPrice: usd(90), reachedAt: AFTER });
    await db.alertEvents.bulkAdd([
      makeAlertEvent({ id: 'target', alertId: 'item', at: AFTER, title: 'Panda US 10: ask $89' }),
      makeAlertEvent({ id: 'drop', at: NOON, title: 'Panda US 10: ask $80', message: 'It was $99.' }),
      makeAlertEvent({ id: 'seen', at: AFTER, seen: true }),
      makeAlertEvent({ id: 'earlier', at: BEFORE }),
    ]);
  });
  expect(alerts).toEqual({
    count: 2,
    newest: [
      { id: 'drop', at: NOON, title: 'Panda US 10: ask $80', message: 'It was $99.' },
      { id: 'target', at: AFTER, title: 'Panda US 10: ask $89', message: '' },
    ],
  });
});

test('pairs added since', async () => {
  const { added } = await changesIn((db) =>
    db.inventory.bulkAdd([
      makePair({ createdAt: AFTER, updatedAt: AFTER }),
      makePair({ createdAt: AFTER, updatedAt: AFTER, deletedAt: AFTER }),
      makePair({ createdAt: BEFORE, updatedAt: AFTER }),
      makePair({ createdAt: BEFORE, updatedAt: BEFORE }),
    ]),
  );
  expect(added).toEqual({ count: 1, more: false });
});

describe('price moves', () => {
  const { variant } = makePrice();
  const seen = (id: string, at: Instant, dollars: number | null, usSize = variant.usSize): PriceHistoryRow => ({
    id,
    variantId: variantId({ ...variant, usSize }),
    catalogId: variant.catalogId,
    at,
    tier: 'raw',
    lowestAsk: dollars === null ? null : usd(dollars),
    highestOffer: null,
    lastSale: null,
  });
  const offered = (usSize: number, dollars: number) =>
    makeListing({ size: { value: usSize, system: 'US' }, price: usd(dollars) });

  test('then and now of what the seller offers, beside the cheapest own ask', async () => {
    const { prices } = await changesIn(async (db) => {
      await db.products.add(makeProduct());
      await db.listings.bulkAdd([offered(variant.usSize, 112), offered(variant.usSize, 105)]);
      await db.marketPriceHistory.bulkAdd([
        seen('old', BEFORE, 100),
        seen('between', AFTER, 97),
        seen('now', shiftInstant(AFTER, HOUR_MS), 92),
      ]);
    });
    expect(prices).toMatchObject({ count: 1, newest: [{ before: usd(100), after: usd(92), own: usd(105) }] });
  });

  test('nothing of what moved back, is new to the books, or is not offered', async () => {
    const { prices } = await changesIn(async (db) => {
      await db.products.add(makeProduct());
      await db.listings.bulkAdd([offered(9, 112), offered(9.5, 112)]);
      await db.marketPriceHistory.bulkAdd([
        seen('a', BEFORE, 100, 9),
        seen('b', AFTER, 95, 9),
        seen('c', shiftInstant(AFTER, 1), 100, 9),
        seen('d', AFTER, 95, 9.5),
        seen('e', BEFORE, 100, 11),
        seen('f', AFTER, 95, 11),
      ]);
    });
    expect(prices.count).toBe(0);
  });
});
