import { describe, expect, test } from 'vitest';
import type { WatchlistItemRow } from '@/lib/db/rows';
import type { AlertEventRow } from '@/lib/db/watching-rows';
import { HOUR_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeAlertRow } from '@/tests/fixtures/alerts-bench';
import { makePrice, makeProduct, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { watchList, WATCH_SHOWS, type WatchShow } from './watch-list';

const PANDA = makeProduct().catalogId;
const at = (hours: number) => shiftInstant(NOON, hours * HOUR_MS);
const STAMPS = { createdAt: NOON, updatedAt: NOON, deletedAt: null };

const watched = (id: string, given: Partial<WatchlistItemRow> = {}): WatchlistItemRow => ({
  ...STAMPS,
  id,
  watchlistId: 'steals',
  catalogId: PANDA,
  usSize: 10,
  targetPrice: null,
  note: '',
  reachedAt: null,
  ...given,
});

const rang = (itemId: string | null, hours: number): AlertEventRow => ({
  id: `${itemId} ${hours}`,
  alertId: 'alert',
  itemId,
  catalogId: PANDA,
  usSize: 10,
  kind: 'drop',
  at: at(hours),
  seen: false,
  onBadge: true,
  title: '',
  message: '',
  digest: null,
  facts: {},
});

/** The ask of size 10 is $105; it is noon. */
async function books() {
  const db = makeDatabase();
  await db.products.add(makeProduct());
  await db.marketPrices.add(makePrice({ lowestAsk: usd(105) }));
  const list = { ...STAMPS, position: 0 };
  await db.watchlists.bulkAdd([
    { ...list, id: 'shop', name: 'For the shop', position: 1 },
    { ...list, id: 'steals', name: 'Steals' },
    { ...list, id: 'gone', name: 'Gone', deletedAt: NOON },
  ]);
  await db.watchlistItems.bulkAdd([
    watched('plain'),
    watched('near', { targetPrice: usd(100) }),
    watched('far', { targetPrice: usd(99) }),
    watched('below', { targetPrice: usd(120), watchlistId: 'shop' }),
    watched('alerted', { note: 'for Ann' }),
    watched('other', { catalogId: 'samba', watchlistId: 'shop' }),
    watched('taken off', { deletedAt: NOON, targetPrice: usd(105) }),
  ]);
  await db.alerts.bulkAdd([
    makeAlertRow({ itemId: 'alerted' }),
    makeAlertRow({ id: 'removed', itemId: 'plain', deletedAt: NOON }),
  ]);
  await db.alertEvents.bulkAdd([rang('plain', -13), rang('far', -11), rang('far', -2), rang(null, -1)]);
  return db;
}

const ASKED = {
  watchlistId: null,
  show: 'all' as WatchShow,
  search: '',
  sort: { by: 'name' as const, descending: false },
  regionId: null,
  now: NOON,
  today: at(-12),
};

describe('what is watched', () => {
  test('is counted by how it is shown, and each count is the number of rows it shows', async () => {
    const db = await books();
    const { counts } = await watchList(db, ASKED);
    expect(counts).toEqual({ all: 6, alerts: 4, rang: 1, near: 2 });
    for (const show of WATCH_SHOWS) expect((await watchList(db, { ...ASKED, show })).rows).toHaveLength(counts[show]);
  });

  test.each<[WatchShow, readonly string[]]>([
    ['alerts', ['alerted', 'below', 'far', 'near']],
    ['rang', ['far']],
    // $105 is 5 % above $100 and more than that above $99; below the target is near it too.
    ['near', ['below', 'near']],
  ])('shown: %s', async (show, ids) => {
    const { rows } = await watchList(await books(), { ...ASKED, show });
    expect(rows.map(({ item }) => item.id).toSorted()).toEqual(ids);
  });

  test('of one list: its counts, while lists, products and the total are of everything', async () => {
    const found = await watchList(await books(), { ...ASKED, watchlistId: 'shop', search: 'samba' });
    expect(found).toMatchObject({ total: 6, products: 2, counts: { all: 2, alerts: 1, rang: 0, near: 1 } });
    expect(found.lists).toEqual([
      { id: 'steals', name: 'Steals', count: 4 },
      { id: 'shop', name: 'For the shop', count: 2 },
    ]);
    expect(found.rows.map(({ item }) => item.id)).toEqual(['other']);
  });

  test('is found by its note, and tells when it rang last', async () => {
    const db = await books();
    expect((await watchList(db, { ...ASKED, search: 'ann' })).rows.map(({ item }) => item.id)).toEqual(['alerted']);
    expect((await watchList(db, { ...ASKED, show: 'rang' })).rows[0]?.rangAt).toBe(at(-2));
  });
});
