import { describe, expect, test } from 'vitest';
import type { PriceHistoryRow, WatchlistItemRow } from '@/lib/db/rows';
import { money } from '@/lib/domain/money/money';
import { HOUR_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeListing, makePrice, makeProduct, nextId, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { marketStart } from './market-start';
import { sizeHistory } from './size-history';
import { watchList } from './watch-list';
import type { WatchSort } from './watch-order';

const PANDA = makeProduct().catalogId;
const at = (hours: number) => shiftInstant(NOON, hours * HOUR_MS);
const cursor = { token: null, sweepId: null, startedAt: NOON, pages: 0, items: 0, total: null };

function watched(given: Partial<WatchlistItemRow> = {}): WatchlistItemRow {
  return {
    id: nextId('item'),
    createdAt: NOON,
    updatedAt: NOON,
    deletedAt: null,
    watchlistId: 'list',
    catalogId: PANDA,
    usSize: 10,
    targetPrice: usd(100),
    note: '',
    reachedAt: null,
    ...given,
  };
}

const request = (by: WatchSort = 'name', descending = false) => ({
  watchlistId: null,
  show: 'all' as const,
  search: '',
  sort: { by, descending },
  regionId: null,
  now: NOON,
  today: at(-12),
});

describe('the watch list', () => {
  test('figures of the watched size; of a whole product those of its cheapest size', async () => {
    const db = makeDatabase();
    await db.products.add(makeProduct());
    await db.marketPrices.bulkAdd([
      makePrice({ variant: { usSize: 9 }, lowestAsk: usd(95), highestOffer: usd(80) }),
      makePrice({ variant: { usSize: 10 }, lowestAsk: usd(110), highestOffer: usd(90) }),
      makePrice({ variant: { usSize: 11 }, lowestAsk: null }),
      makePrice({ variant: { usSize: 10, condition: 'used' }, lowestAsk: usd(40) }),
    ]);
    await db.cursors.add({ ...cursor, id: `alias/prices/${PANDA}`, finishedAt: at(-1) });
    await db.watchlistItems.bulkAdd([
      watched({ id: 'ten' }),
      watched({ id: 'all', usSize: null }),
      watched({ id: 'eleven', usSize: 11 }),
      watched({ id: 'gone', deletedAt: NOON }),
    ]);
    const { total, rows } = await watchList(db, request('ask'));
    expect(total).toBe(3);
    expect(rows.map(({ item }) => item.id)).toEqual(['all', 'ten', 'eleven']);
    expect(rows[0]).toMatchObject({ size: { usValue: 9 }, lowestAsk: usd(95), spread: usd(15), distance: -0.05 });
    expect(rows[1]).toMatchObject({ size: { usValue: 10 }, lowestAsk: usd(110), distance: 0.1, readAt: at(-1) });
    expect(rows[2]).toMatchObject({ lowestAsk: null, spread: null, distance: null, lacksRate: false });
    const down = await watchList(db, request('ask', true));
    expect(down.rows.map(({ item }) => item.id)).toEqual(['ten', 'all', 'eleven']);
  });

  test('a target in another currency is measured by the rate, or told to lack one', async () => {
    const db = makeDatabase();
    await db.products.add(makeProduct());
    await db.marketPrices.add(makePrice({ lowestAsk: usd(110) }));
    await db.watchlistItems.add(watched({ targetPrice: money(8000, 'GBP') }));
    expect((await watchList(db, request())).rows).toMatchObject([{ distance: null, lacksRate: true }]);
    await db.fxRates.add({ id: 'r', base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: NOON, source: 'you' });
    expect((await watchList(db, request())).rows).toMatchObject([{ distance: 0.1, lacksRate: false }]);
  });

  test('prices of another region are never taken instead', async () => {
    const db = makeDatabase();
    await db.products.add(makeProduct());
    await db.marketPrices.add(makePrice({ lowestAsk: usd(110) }));
    await db.cursors.add({ ...cursor, id: `alias/prices/${PANDA}`, finishedAt: NOON });
    await db.watchlistItems.add(watched());
    const inTwo = await watchList(db, { ...request(), regionId: '2' });
    expect(inTwo.rows).toMatchObject([{ lowestAsk: null, lastSale: null, readAt: null, size: { usValue: 10 } }]);
  });

  test('is searched by name, code and size, also before its product has been read', async () => {
    const db = makeDatabase();
    await db.products.add(makeProduct());
    await db.watchlistItems.bulkAdd([watched({ id: 'panda' }), watched({ id: 'samba', catalogId: 'samba-og' })]);
    const found = async (search: string) =>
      (await watchList(db, { ...request(), search })).rows.map(({ item }) => item.id);
    expect(await found('panda 10')).toEqual(['panda']);
    expect(await found('dd1391100')).toEqual(['panda']);
    expect(await found('samba')).toEqual(['samba']);
    expect(await found('jordan')).toEqual([]);
  });
});

describe('the history of a size', () => {
  test('what changed since then, and what held when it began; only of the region asked for', async () => {
    const db = makeDatabase();
    const row = (id: string, hours: number, regionId: string | null = null): PriceHistoryRow => ({
      id,
      at: at(hours),
      variantId: makePrice({ variant: { regionId } }).id,
      catalogId: PANDA,
      tier: 'raw',
      lowestAsk: usd(100),
      highestOffer: null,
      lastSale: null,
    });
    await db.marketPriceHistory.bulkAdd([row('a', -9), row('b', -6), row('c', -1), row('other', -1, '2')]);
    const since = async (hours: number | null, regionId: string | null = null) => {
      const from = hours === null ? null : at(hours);
      const { prices } = await sizeHistory(db, { catalogId: PANDA, usSize: 10, regionId, since: from });
      return prices.map(({ id }) => id);
    };
    expect(await since(null)).toEqual(['a', 'b', 'c']);
    expect(await since(-5)).toEqual(['b', 'c']);
    expect(await since(-6)).toEqual(['a', 'b', 'c']);
    expect(await since(null, '2')).toEqual(['other']);
  });

  test('sales of this size alone, newest first, with the time they were read', async () => {
    const db = makeDatabase();
    const sale = (id: string, usSize: number, hours: number) =>
      ({
        id,
        catalogId: PANDA,
        usSize,
        price: usd(99),
        consigned: null,
        purchasedAt: at(hours),
        seenAt: NOON,
      }) as const;
    await db.marketSales.bulkAdd([sale('a', 10, -3), sale('b', 10, -1), sale('c', 9, -2)]);
    await db.cursors.add({ ...cursor, id: `alias/recent-sales/${PANDA}/10`, finishedAt: at(-1) });
    const found = await sizeHistory(db, { catalogId: PANDA, usSize: 10, regionId: null, since: null });
    expect(found).toMatchObject({ sales: [{ id: 'b' }, { id: 'a' }], salesReadAt: at(-1), pricesReadAt: null });
  });
});

test('the market begins with what is offered or watched', async () => {
  const db = makeDatabase();
  await db.products.bulkAdd(
    ['offered', 'watched', 'ended', 'unwatched'].map((catalogId) => makeProduct({ catalogId, name: catalogId })),
  );
  await db.listings.bulkAdd([
    makeListing({ catalogId: 'offered' }),
    makeListing({ catalogId: 'ended', status: 'sold' }),
  ]);
  await db.watchlistItems.bulkAdd([
    watched({ catalogId: 'watched' }),
    watched({ catalogId: 'unwatched', deletedAt: NOON }),
  ]);
  expect((await marketStart(db)).map(({ name }) => name)).toEqual(['offered', 'watched']);
});
