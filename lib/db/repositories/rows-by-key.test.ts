import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeListing, makePair } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { rowsByKey } from './rows-by-key';

/** Few keys are jumped to, many that lie close together are read as one stretch: the answer is the same. */
test('rows with one of these values, however many are asked for and whatever lies between them', async () => {
  const db = makeDatabase();
  const name = (nth: number): string => `L-${String(nth).padStart(4, '0')}`;
  const all = Array.from({ length: 600 }, (_, nth) => nth);
  await db.listings.bulkAdd(all.map((nth) => makeListing({ externalId: name(nth) })));
  await db.inventory.bulkAdd(all.map((nth) => makePair({ goatListingId: nth % 3 === 0 ? null : name(nth) })));
  const chosen = fc.oneof(
    fc.subarray(all, { maxLength: 20 }),
    fc.subarray(all, { minLength: 150 }),
    fc.integer({ min: 0, max: 400 }).map((from) => all.slice(from, from + 150)),
  );
  await fc.assert(
    fc.asyncProperty(chosen, async (nths) => {
      const keys = [...nths.map(name), 'L-9999', '', 'L-0100x'];
      const compound = keys.map((key) => ['alias', key]);
      const listings = await rowsByKey(db.listings, '[marketplace+externalId]', compound);
      expect(listings.map(({ externalId }) => externalId).toSorted()).toEqual(nths.map(name).toSorted());
      const pairs = await rowsByKey(db.inventory, 'goatListingId', keys);
      const offered = nths.filter((nth) => nth % 3 !== 0).map(name);
      expect(pairs.map(({ goatListingId }) => goatListingId ?? '').toSorted()).toEqual(offered.toSorted());
    }),
    { seed: 1, numRuns: 20 },
  );
});
