import { describe, expect, test } from 'vitest';
import { makeListing, makePair, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import type { ArchvdDatabase } from '../database';
import { hasPricesToRead } from './prices-to-read';

const fills: readonly [string, (db: ArchvdDatabase) => Promise<unknown>][] = [
  ['a listing', (db) => db.listings.add(makeListing())],
  ['a pair', (db) => db.inventory.add(makePair())],
  [
    'something watched',
    (db) =>
      db.watchlistItems.add({
        id: 'item-1',
        watchlistId: 'list-1',
        catalogId: 'panda',
        usSize: null,
        targetPrice: usd(100),
        reachedAt: null,
        note: '',
        createdAt: NOON,
        updatedAt: NOON,
        deletedAt: null,
      }),
  ],
];

describe('hasPricesToRead', () => {
  test('empty books have none', async () => {
    expect(await hasPricesToRead(makeDatabase())).toBe(false);
  });

  test.each(fills)('%s alone is enough', async (_, fill) => {
    const db = makeDatabase();
    await fill(db);
    expect(await hasPricesToRead(db)).toBe(true);
  });
});
