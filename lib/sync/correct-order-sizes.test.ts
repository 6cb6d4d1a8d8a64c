import { describe, expect, test } from 'vitest';
import { shiftInstant } from '@/lib/domain/time/instant';
import { makePair, makeProduct, NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { correctOrderSizes, withOwnSizes } from './correct-order-sizes';

const BOSTON = makeProduct({
  catalogId: 'boston',
  sizeSystem: 'EU',
  allowedSizes: [{ displayName: '45', value: 45, usValue: 12 }],
});
const LATER = shiftInstant(NOON, 1000);
const sold = { catalogId: 'boston', origin: 'order', size: { value: 45, system: 'US' } } as const;

describe('the size of a pair that came with an order', () => {
  test('is its product’s own, once that has been read', async () => {
    const db = makeDatabase();
    const others = [
      makePair({ ...sold, id: 'listed', origin: 'listing' }),
      makePair({ ...sold, id: 'not made', size: { value: 12, system: 'US' } }),
      makePair({ ...sold, id: 'other product', catalogId: 'panda' }),
    ];
    await db.inventory.bulkAdd([makePair({ ...sold, id: 'meant' }), ...others]);
    expect(await correctOrderSizes(db, [BOSTON, makeProduct()], LATER)).toBe(1);
    expect(await db.inventory.get('meant')).toMatchObject({ size: { value: 45, system: 'EU' }, updatedAt: LATER });
    expect(await db.inventory.bulkGet(others.map(({ id }) => id))).toEqual(others);
    expect(await correctOrderSizes(db, [BOSTON], LATER)).toBe(0);
  });

  test('is written right at once when the product is known before', async () => {
    const db = makeDatabase();
    const pairs = [makePair({ ...sold }), makePair({ ...sold, catalogId: null }), makePair()];
    expect(await withOwnSizes(db, pairs)).toEqual(pairs);
    await db.products.add(BOSTON);
    const written = await withOwnSizes(db, pairs);
    expect(written.map(({ size }) => size.system)).toEqual(['EU', 'US', 'US']);
  });
});
