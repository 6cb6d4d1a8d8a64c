import { expect, test } from 'vitest';
import { money, type Money } from '@/lib/domain/money/money';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { PANDA, watchPanda } from '@/tests/fixtures/alerts-bench';
import { makePrice, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { watchList } from './watch-list';
import { watchMedians } from './watch-medians';

/** The pair's ask against sales of these prices, each `daysAgo` old. */
async function against(
  ask: Money | null,
  sales: readonly Money[],
  { daysAgo = 1, usSize = null as number | null } = {},
) {
  const db = makeDatabase();
  await watchPanda(db);
  await db.watchlistItems.update('item', { usSize });
  await db.marketPrices.add(makePrice({ lowestAsk: ask }));
  await db.marketSales.bulkAdd(
    sales.map((price, nth) => ({
      id: `sale ${nth}`,
      catalogId: PANDA,
      usSize: 10,
      price,
      consigned: null,
      purchasedAt: shiftInstant(NOON, -daysAgo * DAY_MS - nth),
      seenAt: NOON,
    })),
  );
  const { rows } = await watchList(db, {
    watchlistId: null,
    show: 'all',
    search: '',
    sort: { by: 'name', descending: false },
    regionId: null,
    now: NOON,
    today: NOON,
  });
  return (await watchMedians(db, rows, NOON)).get('item');
}

const FIVE = [90, 100, 100, 120, 300].map(usd);

test.each([
  ['under it, in its own size', usd(87), 10, { median: usd(100), count: 5, distance: -0.13 }],
  ['over it, in the cheapest size of all', usd(125), null, { median: usd(100), count: 5, distance: 0.25 }],
])('%s', async (_, ask, usSize, found) => expect(await against(ask, FIVE, { usSize })).toEqual(found));

test('nothing is told without an ask, of few sales, of old sales, and in another currency', async () => {
  expect(await against(null, FIVE, { usSize: 10 })).toBeUndefined();
  expect(await against(usd(87), FIVE.slice(1))).toBeUndefined();
  expect(await against(usd(87), FIVE, { daysAgo: 30 })).toBeUndefined();
  expect(await against(money(8700, 'GBP'), FIVE)).toBeUndefined();
});
