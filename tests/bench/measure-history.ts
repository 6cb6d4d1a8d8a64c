import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { ArchvdDatabase } from '@/lib/db/database';
import type { PriceHistoryRow } from '@/lib/db/rows';
import { money } from '@/lib/domain/money/money';
import { DAY_MS, HOUR_MS, instant, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { compactHistory } from '@/lib/jobs/compact-history';
import { START } from '../fakes/fake-platform';

/** Seldom in step with the hours or days, and some hours with several changes. */
const CHANGES_MS = [13 * HOUR_MS, 11 * 60_000, 5 * HOUR_MS, 23 * 60_000];
const YEAR_DAYS = 365;

/**
 * Bytes of a size's price history per year, kept for ten years against kept for one. Compacted as housekeeping does it, as
 * time goes by; in this very process.
 */
export async function measureHistory(): Promise<number> {
  const ten = await bytesPerYear(10);
  const one = await bytesPerYear(1);
  console.log(`     history of a size: ${Math.round(one)} bytes in one year, ${Math.round(ten)} a year in ten`);
  return ten / one;
}

async function bytesPerYear(years: number): Promise<number> {
  const db = new ArchvdDatabase(`history-${years}`, { indexedDB: new IDBFactory(), IDBKeyRange });
  const end = shiftInstant(instant(START), years * YEAR_DAYS * DAY_MS);
  let at: Instant = instant(START);
  for (let nth = 0; at < end;) {
    const until = Math.min(end, at + 30 * DAY_MS);
    const rows: PriceHistoryRow[] = [];
    for (; at < until; nth += 1) {
      rows.push(observation(nth, at));
      at = shiftInstant(at, CHANGES_MS[nth % CHANGES_MS.length] ?? HOUR_MS);
    }
    await db.marketPriceHistory.bulkAdd(rows);
    await compactHistory(db, at, () => false);
  }
  const kept = await db.marketPriceHistory.toArray();
  db.close();
  return kept.reduce((sum, row) => sum + JSON.stringify(row).length, 0) / years;
}

function observation(nth: number, at: Instant): PriceHistoryRow {
  const price = (cents: number) => money(cents + (nth % 40) * 100, 'USD');
  return {
    id: `id-${String(nth).padStart(9, '0')}`,
    variantId: 'alias|dunk-low-panda-dd1391-100|10|new|good|any|global',
    catalogId: 'dunk-low-panda-dd1391-100',
    at,
    tier: 'raw',
    lowestAsk: price(11_000),
    highestOffer: price(9000),
    lastSale: price(10_000),
  };
}
