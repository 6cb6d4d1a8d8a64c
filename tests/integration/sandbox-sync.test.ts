import { afterEach, describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { countWrites, DATA_TABLES, type WriteCounter } from '../fixtures/count-writes';
import { sandboxWorld } from './sandbox-world';

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function connectedWorld(prepare: (db: ArchvdDatabase) => void) {
  const made = await sandboxWorld(prepare);
  open.push(made);
  return made.world;
}

describe('a real-shaped seller', () => {
  test('is synced whole, row by row as the market says, and a second time without a write', async () => {
    let writes: WriteCounter | undefined;
    const world = await connectedWorld((db) => (writes = countWrites(db)));
    await world.settle();
    const { db } = world;
    expect(await db.quarantine.toArray()).toEqual([]);
    expect(await db.listings.count()).toBeGreaterThan(300);
    expect(await db.orders.count()).toBeGreaterThan(400);
    expect(await db.products.count()).toBeGreaterThan(30);
    expect(await db.marketPrices.count()).toBeGreaterThan(500);
    expect(await db.marketSales.count()).toBeGreaterThan(50);
    const sales = await db.sales.toArray();
    const orders = await db.orders.toArray();
    expect(sales.length).toBe(orders.filter((order) => order.status !== 'cancelled').length);
    const listingIds = new Set((await db.listings.toArray()).map((listing) => listing.externalId));
    const pairs = await db.inventory.toArray();
    expect(pairs.filter((pair) => pair.goatListingId !== null && listingIds.has(pair.goatListingId)).length).toBe(
      (await db.listings.toArray()).filter((listing) => listing.status !== 'deleted' && listing.status !== 'sold')
        .length,
    );
    writes?.reset();
    await world.fullSync();
    const counts = writes?.byTable() ?? {};
    expect(DATA_TABLES.filter((table) => (counts[table] ?? 0) > 0)).toEqual([]);
  });
});
