import { expect, test } from 'vitest';
import { makePair, makeProduct, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { countHeldListings, readHeldListings } from './held-listings';

test('listed pairs without cost, the same shoes side by side; others and binned ones are not counted', async () => {
  const db = makeDatabase();
  await db.products.add(makeProduct());
  const size = (value: number) => ({ value, system: 'US' }) as const;
  await db.inventory.bulkAdd([
    makePair({ id: 'b', status: 'listed', cost: null, name: 'B', catalogId: null, size: size(10) }),
    makePair({ id: 'a11', status: 'listed', cost: null, name: 'A', catalogId: null, size: size(11) }),
    makePair({ id: 'a9', status: 'listed', cost: null, name: 'A', catalogId: null, size: size(9) }),
    makePair({ id: 'costed', status: 'listed', cost: usd(60) }),
    makePair({ id: 'stock', status: 'in-stock', cost: null }),
    makePair({ id: 'binned', status: 'listed', cost: null, deletedAt: NOON }),
  ]);
  expect(await countHeldListings(db)).toBe(3);
  expect((await readHeldListings(db)).map(({ pair }) => pair.id)).toEqual(['a9', 'a11', 'b']);
});

test('none: nothing to count', async () => {
  const db = makeDatabase();
  await db.inventory.add(makePair({ status: 'listed', cost: usd(60) }));
  expect(await countHeldListings(db)).toBe(0);
  expect(await readHeldListings(db)).toEqual([]);
});
