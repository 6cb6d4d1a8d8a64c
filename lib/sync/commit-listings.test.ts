import { expect, test } from 'vitest';
import type { Listing, ListingFacts } from '@/lib/domain/listings/listing';
import { shiftInstant } from '@/lib/domain/time/instant';
import { makeListing, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { listingTables, writeListings } from './commit-listings';
import type { SyncDeps } from './sync-run';

const LATER = shiftInstant(NOON, 60_000);

async function read(known: Listing, told: Partial<ListingFacts>) {
  const db = makeDatabase();
  await db.listings.add(known);
  let ids = 0;
  const deps = { db, marketplace: { id: 'alias' }, random: { id: () => `new-${(ids += 1)}` } } as unknown as SyncDeps;
  const { id: _i, createdAt: _c, updatedAt: _u, missingSince: _m, deletedAt: _d, ...facts } = known;
  await db.transaction('rw', listingTables(db), () => writeListings(deps, [{ ...facts, ...told }], LATER));
  return db.activity.toArray();
}

test('a price that moved is written down with both prices, at the time alias says', async () => {
  const listing = makeListing({ price: usd(120) });
  const moved = shiftInstant(NOON, 30_000);
  expect(await read(listing, { price: usd(112.5), changedAt: moved })).toMatchObject([
    {
      kind: 'listing/price',
      by: 'sync',
      at: moved,
      entity: { table: 'listings', id: listing.id },
      summary: 'Price $120 to $112.50',
      facts: { from: 12_000, to: 11_250, currency: 'USD' },
    },
  ]);
});

test('a listing that changed otherwise, or not at all, tells of no price', async () => {
  expect(await read(makeListing(), { status: 'inactive' })).toEqual([]);
  expect(await read(makeListing(), {})).toEqual([]);
});
