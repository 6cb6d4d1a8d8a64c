import { describe, expect, test } from 'vitest';
import { NEW_ALERT_STATE, type AlertTrigger } from '@/lib/domain/alerts/alert';
import type { RecentSale } from '@/lib/domain/market/quote';
import { DAY_MS, HOUR_MS, MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { startJobRun } from '@/lib/db/repositories/job-runs';
import { ensureJobs } from '@/lib/db/repositories/jobs';
import { fakeMarketplace } from '@/tests/fakes/fake-marketplace';
import { fakeClock, fakeRandom } from '@/tests/fakes/fake-platform';
import { makeListing, makePair, makePrice, makeProduct, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { createRecentSalesTask } from './read-recent-sales';
import { emptyTally } from './sync-run';

const { catalogId } = makeProduct();

function sold(minutesAgo: number, consigned: boolean | null = null, usSize = 10): RecentSale {
  const purchasedAt = shiftInstant(NOON, -minutesAgo * MINUTE_MS);
  return { catalogId, usSize, price: usd(99), consigned, purchasedAt };
}

async function setUp(regionId: string | null = null) {
  const db = makeDatabase();
  const market = fakeMarketplace();
  const clock = fakeClock(NOON);
  await db.products.add(makeProduct());
  await ensureJobs(db, [{ id: 'recent-sales', dueAt: NOON }]);
  await startJobRun(db, 'run', 'recent-sales', NOON);
  const deps = { db, marketplace: market, clock, random: fakeRandom(), regionId: async () => regionId };
  const read = async () => {
    market.calls.length = 0;
    const run = { job: 'recent-sales', runId: 'run', startedAt: NOON, fence: 0, priority: 'backfill' } as const;
    const signal = new AbortController().signal;
    await createRecentSalesTask(deps)({ ...run, signal, tally: emptyTally(), shouldYield: () => false });
    return market.calls.map(({ argument }) => argument?.replace(`${catalogId}/`, ''));
  };
  return { db, market, clock, read };
}

async function alerted(db: Awaited<ReturnType<typeof setUp>>['db'], trigger: AlertTrigger, usSize: number | null) {
  await db.alerts.add({
    id: `${trigger.kind} ${usSize}`,
    createdAt: NOON,
    updatedAt: NOON,
    deletedAt: null,
    itemId: 'i',
    catalogId,
    usSize,
    kind: trigger.kind,
    enabled: true,
    trigger,
    options: {
      confirm: false,
      rearmMinutes: null,
      expiresAt: null,
      mostPerDay: null,
      channels: { notification: true, badge: false, digest: false },
    },
    state: NEW_ALERT_STATE,
  });
}

describe('whose sales are read', () => {
  test('sizes that are offered, in stock, or that an alert cannot do without', async () => {
    const { db, read } = await setUp();
    await db.listings.add(makeListing({ catalogId, size: { value: 10, system: 'US' } }));
    await db.inventory.add(makePair({ catalogId, size: { value: 9, system: 'US' } }));
    await alerted(db, { kind: 'under-median', basisPoints: 1000 }, 11);
    await alerted(db, { kind: 'ask-at-or-below', price: usd(90) }, 9.5);
    expect(new Set(await read())).toEqual(new Set(['9', '10', '11']));
  });

  test('of a product watched whole, the size with the lowest ask', async () => {
    const { db, read } = await setUp();
    const { variant } = makePrice();
    await db.marketPrices.bulkAdd([
      makePrice({ variant: { ...variant, usSize: 9 }, lowestAsk: usd(120) }),
      makePrice({ variant: { ...variant, usSize: 10.5 }, lowestAsk: usd(100) }),
    ]);
    await alerted(db, { kind: 'sold-at-or-below', price: usd(90) }, null);
    expect(await read()).toEqual(['10.5']);
  });

  test('a busy size every hour, a quiet one once a day', async () => {
    const { db, market, clock, read } = await setUp();
    await db.inventory.bulkAdd([9, 10].map((value) => makePair({ catalogId, size: { value, system: 'US' } })));
    market.recentSales = [...Array(10).keys()].map((nth) => sold(nth * 6, null, 10));
    expect(await read()).toHaveLength(2);
    clock.pass(HOUR_MS - 1);
    expect(await read()).toEqual([]);
    clock.pass(1);
    expect(await read()).toEqual(['10']);
    clock.pass(DAY_MS - HOUR_MS);
    expect(new Set(await read())).toEqual(new Set(['9', '10']));
  });

  test('what is not offered is read sixty at a time', async () => {
    const { db, clock, read } = await setUp();
    const sizes = Array.from({ length: 80 }, (_, nth) => ({ displayName: `${nth}`, value: nth, usValue: nth }));
    await db.products.toCollection().modify({ allowedSizes: sizes });
    await db.inventory.bulkAdd(sizes.map(({ value }) => makePair({ catalogId, size: { value, system: 'US' } })));
    expect(await read()).toHaveLength(60);
    expect(await read()).toHaveLength(0);
    clock.pass(10 * MINUTE_MS);
    expect(await read()).toHaveLength(20);
  });
});

describe('how far back', () => {
  test('with a region the first reading asks for all there is, later ones for the last ten', async () => {
    const { db, market, clock, read } = await setUp('2');
    await db.inventory.add(makePair({ catalogId }));
    market.recentSales = [...Array(30).keys()].map((nth) => sold(nth * 60, nth % 2 === 0));
    expect(await read()).toEqual(['10', '10']);
    expect(await db.marketSales.count()).toBe(30);
    expect(await db.salesGaps.count()).toBe(0);
    clock.pass(DAY_MS);
    expect(await read()).toEqual(['10']);
  });

  test('a reading that came full and does not reach back leaves a gap, which all there is closes again', async () => {
    const { db, market, clock, read } = await setUp('2');
    await db.inventory.add(makePair({ catalogId }));
    market.recentSales = [sold(60, false)];
    await read();
    clock.pass(DAY_MS);
    market.recentSales.push(...[...Array(15).keys()].map((nth) => sold(-60 - nth, false)));
    await read();
    const from = sold(60).purchasedAt;
    expect(await db.salesGaps.toArray()).toMatchObject([{ catalogId, usSize: 10, from, until: sold(-65).purchasedAt }]);
    clock.pass(DAY_MS);
    expect(await read()).toEqual(['10', '10']);
    expect(await db.salesGaps.count()).toBe(0);
    expect(await db.marketSales.count()).toBe(16);
  });

  test('without a region the first ten may not be all', async () => {
    const { db, market, read } = await setUp();
    await db.inventory.add(makePair({ catalogId }));
    market.recentSales = [...Array(30).keys()].map((nth) => sold(nth));
    await read();
    expect(await db.salesGaps.toArray()).toMatchObject([{ from: null, until: sold(9).purchasedAt }]);
  });
});
