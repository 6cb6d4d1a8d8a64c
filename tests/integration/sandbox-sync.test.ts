import { afterEach, describe, expect, test } from 'vitest';
import { createAliasMarketplace } from '@/lib/marketplaces/alias/client';
import { limitsFor } from '@/lib/marketplaces/alias/limits';
import { createHttp } from '@/lib/marketplaces/http/create-http';
import { createRequestGate } from '@/lib/marketplaces/http/request-gate';
import type { ArchvdDatabase } from '@/lib/db/database';
import { createBudgetStore } from '@/lib/db/repositories/budgets';
import { instant } from '@/lib/domain/time/instant';
import { serveSandbox } from '@/lib/sandbox/serve';
import { countWrites, DATA_TABLES, type WriteCounter } from '../fixtures/count-writes';
import { makeDatabase } from '../fixtures/test-database';
import { makeWorld } from './world';

/** The whole way: sandbox market over HTTP, real client, real sync, real database code. */

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function connectedWorld(prepare: (db: ArchvdDatabase) => void) {
  const server = await serveSandbox({ token: 'goatapi_test', seed: 1, speed: 0 });
  open.push(server);
  const baseUrl = `http://127.0.0.1:${server.port}/api/v1`;
  const now = () => instant(Date.now());
  const gate = createRequestGate(createBudgetStore(makeDatabase(), 'alias'), {
    limits: limitsFor(baseUrl),
    now,
    random: () => 0.5,
    sleep: async () => {},
  });
  const http = createHttp({
    baseUrl,
    now,
    random: () => 0.5,
    token: async () => 'goatapi_test',
    gate,
    onRequest: () => {},
  });
  return makeWorld({ marketplace: createAliasMarketplace(http), prepare });
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
