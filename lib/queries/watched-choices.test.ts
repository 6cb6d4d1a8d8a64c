import { expect, test } from 'vitest';
import { makeAlertRow } from '@/tests/fixtures/alerts-bench';
import { makeProduct, NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { watchedChoices } from './watched-choices';

const STAMPS = { createdAt: NOON, updatedAt: NOON, deletedAt: null };
const PANDA = makeProduct({ catalogId: 'panda', name: 'Dunk Low Panda' });
const item = (id: string, catalogId: string, usSize: number | null, watchlistId = 'a') => ({
  ...STAMPS,
  id,
  watchlistId,
  catalogId,
  usSize,
  targetPrice: null,
  note: '',
  reachedAt: null,
});
const list = (id: string, name: string) => ({ ...STAMPS, id, name, position: 0 });

test('everything watched, by name and size, with its list and its alerts; what was removed is none of it', async () => {
  const db = makeDatabase();
  await db.products.add(PANDA);
  await db.watchlists.add(list('a', 'Mine'));
  await db.watchlistItems.bulkAdd([
    item('big', 'panda', 11),
    item('small', 'panda', 9.5),
    item('unread', 'a-shoe', null),
    { ...item('gone', 'panda', 8), deletedAt: NOON },
  ]);
  await db.alerts.bulkAdd([
    makeAlertRow({ id: '1', itemId: 'big' }),
    makeAlertRow({ id: '2', itemId: 'big' }),
    makeAlertRow({ id: '3', itemId: 'big', deletedAt: NOON }),
  ]);
  const told = async () =>
    (await watchedChoices(db)).map(({ itemId, list: on, alerts }) => [itemId, on, alerts] as const);
  expect(await told()).toEqual([
    ['unread', null, 0],
    ['small', null, 0],
    ['big', null, 2],
  ]);
  expect((await watchedChoices(db))[0]?.product).toBeNull();
  await db.watchlists.add(list('b', 'Steals'));
  await db.watchlistItems.add(item('other', 'panda', 10, 'b'));
  expect(await told()).toEqual([
    ['unread', 'Mine', 0],
    ['small', 'Mine', 0],
    ['other', 'Steals', 0],
    ['big', 'Mine', 2],
  ]);
});
