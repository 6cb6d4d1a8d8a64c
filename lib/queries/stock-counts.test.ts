import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pair } from '@/lib/domain/inventory/pair';
import { makeListing, makePair, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { stockCounts } from './stock-counts';

test('counting by index gives what counting rows would', async () => {
  const anyPair = fc.record({
    status: fc.constantFrom<Pair['status']>('in-stock', 'listed', 'sold', 'returned', 'written-off'),
    cost: fc.constantFrom(null, usd(0), usd(60)),
    deletedAt: fc.constantFrom(null, NOON),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(anyPair, { maxLength: 20 }), async (drafts) => {
      const db = makeDatabase();
      await db.inventory.bulkAdd(drafts.map((draft) => makePair(draft)));
      const kept = drafts.filter((pair) => pair.deletedAt === null);
      expect(await stockCounts(db)).toEqual({
        live: 0,
        notListed: kept.filter((pair) => pair.status === 'in-stock').length,
        withoutCost: kept.filter((pair) => pair.cost === null && pair.status !== 'written-off').length,
      });
    }),
    { numRuns: 30, seed: 7 },
  );
});

test('live: active, and neither missing from a sweep nor switched off', async () => {
  const db = makeDatabase();
  await db.listings.bulkAdd([
    makeListing(),
    makeListing({ missingSince: NOON }),
    makeListing({ status: 'inactive' }),
    makeListing({ status: 'sold', missingSince: NOON }),
    makeListing({ status: 'unknown:LISTING_STATUS_FROZEN' }),
  ]);
  expect((await stockCounts(db)).live).toBe(1);
});
