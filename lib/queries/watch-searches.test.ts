import { expect, test } from 'vitest';
import type { WatchRequestRow } from '@/lib/db/watching-rows';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeProduct, NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { productsOfCode, watchSearches } from './watch-searches';

const at = (minutes: number) => shiftInstant(NOON, minutes * MINUTE_MS);

const line = (id: string, batchId: string, state: WatchRequestRow['state'], minutes = 0): WatchRequestRow => ({
  id,
  createdAt: at(minutes),
  updatedAt: NOON,
  watchlistId: 'list',
  batchId,
  text: id,
  styleCode: 'ZZ0001' as StyleCode,
  usSize: 10,
  targetPrice: null,
  note: '',
  state,
  itemId: null,
  problem: null,
});

test('searches newest first, each with its lines as they were written and what came of them', async () => {
  const db = makeDatabase();
  await db.watchlists.add({
    id: 'list',
    createdAt: NOON,
    updatedAt: NOON,
    deletedAt: null,
    name: 'Steals',
    position: 0,
  });
  await db.watchRequests.bulkAdd([
    line('b', 'early', 'not-found'),
    line('a', 'early', 'waiting'),
    line('c', 'early', 'not-found'),
    line('d', 'late', 'found', 5),
    line('e', 'none', 'failed', 1),
  ]);
  await db.undos.bulkAdd([
    { id: 'early', at: NOON, kind: 'watch', undoneAt: null, rows: [] },
    { id: 'late', at: NOON, kind: 'watch', undoneAt: NOON, rows: [] },
  ]);
  const none = { waiting: 0, found: 0, several: 0, 'not-found': 0, failed: 0, cancelled: 0 };
  const searches = await watchSearches(db);
  expect(searches.map(({ lines, ...search }) => [lines.map(({ id }) => id), search])).toEqual([
    [['d'], { batchId: 'late', at: at(5), listName: 'Steals', counts: { ...none, found: 1 }, total: 1, undoId: null }],
    [['e'], { batchId: 'none', at: at(1), listName: 'Steals', counts: { ...none, failed: 1 }, total: 1, undoId: null }],
    [
      ['a', 'b', 'c'],
      {
        batchId: 'early',
        at: NOON,
        listName: 'Steals',
        counts: { ...none, waiting: 1, 'not-found': 2 },
        total: 3,
        undoId: 'early',
      },
    ],
  ]);
});

test('a code finds its products however it is written', async () => {
  const db = makeDatabase();
  const panda = makeProduct();
  await db.products.bulkAdd([
    panda,
    makeProduct({ id: 'raw', catalogId: 'raw', styleCode: null, rawSku: 'dd1391 100' }),
    makeProduct({ id: 'else', catalogId: 'else', styleCode: 'CW2288-111' as StyleCode, rawSku: 'CW2288-111' }),
  ]);
  const found = await productsOfCode(db, 'dd1391-100');
  expect(found.map(({ catalogId }) => catalogId).toSorted()).toEqual([panda.catalogId, 'raw'].toSorted());
});
