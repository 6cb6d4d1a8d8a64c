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
