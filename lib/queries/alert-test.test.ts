import { describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import type { AlertTrigger } from '@/lib/domain/alerts/alert';
import { variantId } from '@/lib/domain/market/quote';
import { DAY_MS, HOUR_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { freshCursor } from '@/lib/sync/sync-run';
import { makeAlertRow, PANDA, watchPanda } from '@/tests/fixtures/alerts-bench';
import { makeVariant, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { testAlert, type AlertToTest } from './alert-test';

const ago = (days: number, hours = 0): Instant => shiftInstant(NOON, -days * DAY_MS - hours * HOUR_MS);
const GROUND = {
  now: NOON,
  regionId: null,
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
  offsetAt: () => 0,
  mostPerDay: 5,
} as const;

function wish(
  trigger: AlertTrigger = { kind: 'ask-at-or-below', price: usd(100) },
  usSize: number | null = 10,
): AlertToTest {
  return { catalogId: PANDA, usSize, trigger, options: makeAlertRow().options };
}

let rows = 0;

async function stored(db: ArchvdDatabase, asks: readonly (readonly [at: Instant, dollars: number, usSize?: number])[]) {
  await db.marketPriceHistory.bulkAdd(
    asks.map(([at, dollars, usSize = 10]) => ({
      id: `row-${(rows += 1)}`,
      variantId: variantId(makeVariant({ usSize })),
      catalogId: PANDA,
      at,
      tier: 'hourly' as const,
      lowestAsk: usd(dollars),
      highestOffer: usd(80),
      lastSale: usd(120),
    })),
  );
  await db.cursors.put({ ...freshCursor(pricesCursorId(PANDA, null), { now: NOON }), finishedAt: NOON });
}

const saleOf = (dollars: number) => ({
  id: `sale-${(rows += 1)}`,
  catalogId: PANDA,
  usSize: 10,
  price: usd(dollars),
  consigned: null,
  seenAt: NOON,
});

async function books(...asks: Parameters<typeof stored>[1]) {
  const db = makeDatabase();
  await watchPanda(db);
  await stored(db, asks);
  return db;
}

describe('an alert tried on what is stored', () => {
  test('says when it would have rung, what it would have told, and how far the history reaches', async () => {
    const db = await books([ago(41), 120], [ago(30), 99], [ago(29), 130], [ago(10), 98]);
    const told = await testAlert(db, wish(), GROUND);
    expect(told).toMatchObject({ kind: 'tested', days: 41, from: ago(41), until: NOON });
    if (told.kind !== 'tested') return;
    expect(told.rings.map(({ readAt, ask, profit }) => [readAt, ask, profit])).toEqual([
      [ago(30), usd(99), usd(1.6)],
      [ago(10), usd(98), usd(2.6)],
    ]);
    expect(told.series.asks.map(({ ask }) => ask?.minor)).toEqual([12_000, 9900, 13_000, 9800]);
  });

  test('of every size looks at all of them', async () => {
    const db = await books([ago(5), 120], [ago(5), 130, 11], [ago(2), 95, 11]);
    expect(await testAlert(db, wish(undefined, null), GROUND)).toMatchObject({ rings: [{ usSize: 11, ask: usd(95) }] });
    expect(await testAlert(db, wish(), GROUND)).toMatchObject({ kind: 'tested', rings: [] });
  });

  test('reaches back ninety days, with what stood then', async () => {
    const db = await books([ago(200), 90], [ago(20), 120]);
    const told = await testAlert(db, wish(), GROUND);
    expect(told).toMatchObject({ kind: 'tested', days: 90, rings: [{ readAt: ago(90), ask: usd(90) }] });
  });

  test.each<[string, AlertTrigger, object]>([
    ['few sales', { kind: 'under-median', basisPoints: 500 }, { kind: 'not-enough', gap: 'few-sales', days: 5 }],
    ['no sale at all', { kind: 'sold-at-or-below', price: usd(100) }, { kind: 'not-enough', gap: 'no-history' }],
    ['a day that comes once', { kind: 'release-tomorrow' }, { kind: 'not-enough', gap: 'calendar' }],
    [
      'no rate',
      { kind: 'ask-at-or-below', price: { ...usd(100), currency: 'GBP' } },
      { kind: 'not-enough', gap: 'no-rate' },
    ],
  ])('cannot know by %s', async (_, trigger, expected) => {
    const db = await books([ago(5), 90]);
    expect(await testAlert(db, wish(trigger), GROUND)).toMatchObject(expected);
  });

  test('cannot know what was never read', async () => {
    const db = makeDatabase();
    await watchPanda(db);
    expect(await testAlert(db, wish(), GROUND)).toEqual({ kind: 'not-enough', gap: 'no-history', days: 0 });
  });

  test('of sales rings for each cheap one after a dear one', async () => {
    const db = await books([ago(20), 120]);
    const prices = [120, 90, 91, 120, 85];
    await db.marketSales.bulkAdd(prices.map((dollars, nth) => ({ ...saleOf(dollars), purchasedAt: ago(10 - nth) })));
    await db.cursors.put({ ...freshCursor(`alias/recent-sales/${PANDA}/10`, { now: NOON }), finishedAt: NOON });
    const told = await testAlert(db, wish({ kind: 'sold-at-or-below', price: usd(95) }), GROUND);
    expect(told).toMatchObject({ kind: 'tested', rings: [{ soldFor: usd(90) }, { soldFor: usd(85) }] });
  });

  const gapOf = (usSize: number, from: Instant | null, until: Instant) => ({
    id: `gap-${(rows += 1)}`,
    catalogId: PANDA,
    usSize,
    from,
    until,
  });

  test('says where sales it depends on are missing, as far as that lies in its time', async () => {
    const db = await books([ago(20), 120]);
    const sold = [18, 12, 11, 6, 5, 4].map((days) => ({ ...saleOf(120), purchasedAt: ago(days) }));
    await db.marketSales.bulkAdd(sold);
    await db.cursors.put({ ...freshCursor(`alias/recent-sales/${PANDA}/10`, { now: NOON }), finishedAt: NOON });
    await db.salesGaps.bulkAdd([
      gapOf(10, null, ago(18)),
      gapOf(10, ago(11), ago(6)),
      gapOf(10, ago(12), ago(10)),
      gapOf(9, ago(3), ago(2)),
    ]);
    const missing = async (trigger: AlertTrigger) => {
      const told = await testAlert(db, wish(trigger), GROUND);
      return told.kind === 'tested' ? told.missing : told;
    };
    const whole = [{ from: ago(12), until: ago(6) }];
    expect(await missing({ kind: 'sold-at-or-below', price: usd(95) })).toEqual(whole);
    // Its time begins with the first ask, before the first sale.
    const beginning = { from: ago(20), until: ago(18) };
    expect(await missing({ kind: 'under-median', basisPoints: 100 })).toEqual([beginning, ...whole]);
    expect(await missing({ kind: 'ask-at-or-below', price: usd(95) })).toEqual([]);
  });
});
