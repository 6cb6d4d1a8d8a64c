import { expect, test } from 'vitest';
import type { WatchlistItemRow } from '@/lib/db/rows';
import { styleCodeKey, type StyleCode } from '@/lib/domain/catalog/style-code';
import { makeProduct, NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { watchedAlready } from './watched-already';

const PANDA = makeProduct();
const CODE = PANDA.styleCode as StyleCode;

const watched = (id: string, given: Partial<WatchlistItemRow>): WatchlistItemRow => ({
  id,
  createdAt: NOON,
  updatedAt: NOON,
  deletedAt: null,
  watchlistId: 'list',
  catalogId: PANDA.catalogId,
  usSize: 10,
  targetPrice: null,
  note: '',
  reachedAt: null,
  ...given,
});

async function books() {
  const db = makeDatabase();
  await db.products.bulkAdd([
    PANDA,
    makeProduct({ id: 'else', catalogId: 'else', styleCode: 'CW2288-111' as StyleCode }),
  ]);
  await db.watchlistItems.bulkAdd([
    watched('ten', {}),
    watched('whole', { usSize: null }),
    watched('taken off', { usSize: 11, deletedAt: NOON }),
    watched('elsewhere', { usSize: 12, watchlistId: 'other' }),
  ]);
  return db;
}

test('the products of these codes, and what this list holds of anything', async () => {
  const { products, watched: held } = await watchedAlready(await books(), [CODE, 'ZZ0001' as StyleCode], 'list');
  expect([...products]).toEqual([[styleCodeKey(CODE), PANDA]]);
  expect([...held].toSorted()).toEqual([`${PANDA.catalogId}|10`, `${PANDA.catalogId}|null`]);
});

test('where there is no list yet, nothing is watched in it', async () => {
  const { products, watched: held } = await watchedAlready(await books(), [CODE], null);
  expect([products.size, held.size]).toEqual([1, 0]);
});
