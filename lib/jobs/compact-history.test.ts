import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PriceHistoryRow } from '@/lib/db/rows';
import { DAY_MS, HOUR_MS, MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { compactHistory } from './compact-history';

function observation(
  agoMs: number,
  variantId: string,
  dollars: number,
  tier: PriceHistoryRow['tier'] = 'raw',
): PriceHistoryRow {
  const at = shiftInstant(NOON, -agoMs);
  return {
    id: `${variantId}-${agoMs}`,
    variantId,
    catalogId: 'panda',
    at,
    tier,
    lowestAsk: usd(dollars),
    highestOffer: null,
    lastSale: null,
  };
}

async function compacted(rows: readonly PriceHistoryRow[]) {
  const db = makeDatabase();
  await db.marketPriceHistory.bulkAdd([...rows]);
  const gone = await compactHistory(db, NOON, () => false);
  return { gone, rows: await db.marketPriceHistory.toArray(), again: await compactHistory(db, NOON, () => false) };
}

describe('price history', () => {
  test('raw observations stay for two days', async () => {
    const { gone, rows } = await compacted([observation(HOUR_MS, 'a', 1), observation(HOUR_MS + MINUTE_MS, 'a', 2)]);
    expect([gone, rows.length]).toEqual([0, 2]);
  });

  test('after that the last of each hour and variant stays', async () => {
    const old = 4 * DAY_MS;
    const { gone, rows, again } = await compacted([
      observation(old + 30 * MINUTE_MS, 'a', 100),
      observation(old + 10 * MINUTE_MS, 'a', 101),
      observation(old + 20 * MINUTE_MS, 'b', 50),
      observation(old - 2 * HOUR_MS, 'a', 102),
    ]);
    expect([gone, again]).toEqual([1, 0]);
    expect(rows.map((row) => `${row.variantId} ${row.tier} ${row.lowestAsk?.minor}`).toSorted()).toEqual([
      'a hourly 10100',
      'a hourly 10200',
      'b hourly 5000',
    ]);
  });

  test('after ninety days the last of each day stays for ever', async () => {
    const { rows } = await compacted([
      observation(100 * DAY_MS, 'a', 100, 'hourly'),
      observation(100 * DAY_MS + 3 * HOUR_MS, 'a', 90, 'hourly'),
    ]);
    expect(rows.map((row) => [row.tier, row.lowestAsk?.minor])).toEqual([['daily', 10_000]]);
  });
});

/** Some months of three variants, several observations an hour now and then. */
const anyHistory = fc.array(
  fc.record({
    agoMs: fc.oneof(
      fc.integer({ min: 0, max: 6 * 24 * 6 }).map((tens) => tens * 10 * MINUTE_MS),
      fc.integer({ min: 0, max: 120 * 24 }).map((hours) => hours * HOUR_MS),
    ),
    variant: fc.constantFrom('a', 'b', 'c'),
    dollars: fc.integer({ min: 50, max: 60 }),
  }),
  { maxLength: 80 },
);

const byId = (rows: readonly PriceHistoryRow[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('a compaction that is cut', () => {
  test('after any of its transactions, and goes on later, ends as one that was not', async () => {
    const property = fc.asyncProperty(
      anyHistory,
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 6 }),
      async (drawn, cuts) => {
        const rows = drawn.map(({ agoMs, variant, dollars }) => observation(agoMs, variant, dollars));
        const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
        const whole = await compacted(unique);
        const db = makeDatabase();
        await db.marketPriceHistory.bulkAdd(unique);
        let gone = 0;
        for (const cut of [...cuts, Number.POSITIVE_INFINITY]) {
          let done = 0;
          gone += await compactHistory(db, NOON, () => (done += 1) > cut, 3);
        }
        expect(gone).toBe(whole.gone);
        expect(byId(await db.marketPriceHistory.toArray())).toEqual(byId(whole.rows));
        expect(whole.again).toBe(0);
      },
    );
    await fc.assert(property, { numRuns: 40, seed: 7 });
  });

  test('killed inside a transaction, it leaves the history as it was before that one', async () => {
    const rows = [3, 4, 5, 6].flatMap((days) => [1, 2].map((n) => observation(days * DAY_MS + n * MINUTE_MS, 'a', n)));
    const whole = await compacted(rows);
    const db = makeDatabase();
    await db.marketPriceHistory.bulkAdd(rows);
    let dies = true;
    db.marketPriceHistory.hook('deleting', () => {
      if (dies) throw new Error('killed');
    });
    await expect(compactHistory(db, NOON, () => false)).rejects.toThrow('killed');
    expect(byId(await db.marketPriceHistory.toArray())).toEqual(byId(rows));
    dies = false;
    await compactHistory(db, NOON, () => false);
    expect(byId(await db.marketPriceHistory.toArray())).toEqual(byId(whole.rows));
  });

  test('many observations are worked off some at a time, by whole hours', async () => {
    const rows = Array.from({ length: 60 }, (_, nth) => observation(4 * DAY_MS + nth * 10 * MINUTE_MS, 'a', nth));
    const db = makeDatabase();
    await db.marketPriceHistory.bulkAdd(rows);
    let turns = 0;
    expect(await compactHistory(db, NOON, () => (turns += 1) > 1, 20)).toBeLessThan(20);
    expect(await db.marketPriceHistory.where('[tier+at]').between(['raw', 0], ['raw', NOON]).count()).toBeGreaterThan(
      35,
    );
    await compactHistory(db, NOON, () => false, 20);
    expect(await db.marketPriceHistory.count()).toBe(11);
    expect((await db.marketPriceHistory.toArray()).every(({ tier }) => tier === 'hourly')).toBe(true);
  });
});
