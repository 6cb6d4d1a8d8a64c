import type { ArchvdDatabase } from '@/lib/db/database';
import { MEDIAN_DAYS, medianSale } from '@/lib/domain/alerts/median-sale';
import type { Money } from '@/lib/domain/money/money';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { readSales } from './product-market';
import type { WatchRow } from './watch-row';

/** How an ask stands to what was paid lately. */
export interface AgainstMedian {
  readonly median: Money;
  /** Sales it is the middle of. */
  readonly count: number;
  /** The ask less the median, as a share of the median: -0.13 is 13 % under it. */
  readonly distance: number;
}

/** How the asks of these rows stand to the middle sale of 30 days, by item; those that cannot be told are not in it. */
export async function watchMedians(
  db: ArchvdDatabase,
  rows: readonly WatchRow[],
  now: Instant,
): Promise<ReadonlyMap<string, AgainstMedian>> {
  const since = shiftInstant(now, -MEDIAN_DAYS * DAY_MS);
  const told = await Promise.all(
    rows.map(async ({ item, size, lowestAsk }) => {
      const usSize = size?.usValue ?? item.usSize;
      if (usSize === null || lowestAsk === null) return [];
      const { sales } = await readSales(db, item.catalogId, [usSize], since);
      const { median, count } = medianSale(sales.get(usSize) ?? [], now, lowestAsk.currency);
      if (median === null) return [];
      return [[item.id, { median, count, distance: (lowestAsk.minor - median.minor) / median.minor }] as const];
    }),
  );
  return new Map(told.flat());
}
