import type { RecentSale } from '@/lib/domain/market/quote';
import { DAY_MS, HOUR_MS, type Instant } from '@/lib/domain/time/instant';
import type { Keeping } from './keeping';
import { markSalesGaps } from './mark-sales-gaps';
import { marketSaleRows } from './merge-recent-sales';
import { freshCursor, type SyncDeps } from './sync-run';

/** A size of a product, as sales are asked for. */
export interface SoldVariant {
  readonly catalogId: string;
  readonly usSize: number;
}

/** An answer, as it was asked for. */
export interface SalesReading {
  readonly value: readonly RecentSale[];
  /** As many rows came as can come. */
  readonly isFull: boolean;
  /** Asked for up to 200 rows rather than ten. */
  readonly isWide: boolean;
}

/** alias gives at most so many rows of a size, unless every filter is set. */
export const ROWS_OF_A_READING = 10;
const SHORTEST_MS = HOUR_MS;
const LONGEST_MS = DAY_MS;

/** Where the last reading of a size's sales is told; without a size the beginning of all of them. */
export function recentSalesCursorId(marketplace: string, variant: SoldVariant | null): string {
  const prefix = `${marketplace}/recent-sales/`;
  return variant === null ? prefix : `${prefix}${variant.catalogId}/${variant.usSize}`;
}

/**
 * Adds the sales that were not known yet, marks or closes the gaps in them, and remembers when the size was read. The
 * cursor's token is how long, in milliseconds, until it should be read again.
 */
export function keepRecentSales(
  deps: Pick<SyncDeps, 'db' | 'marketplace' | 'clock'>,
  variant: SoldVariant,
  { value, isFull, isWide }: SalesReading,
): Keeping {
  const { db } = deps;
  const { catalogId, usSize } = variant;
  return {
    tables: [db.marketSales, db.salesGaps, db.cursors],
    async write() {
      const now = deps.clock.now();
      const rows = marketSaleRows(value, now);
      const [known, newest, gaps] = await Promise.all([
        db.marketSales.bulkGet(rows.map((row) => row.id)),
        db.marketSales
          .where('[catalogId+usSize+purchasedAt]')
          .between([catalogId, usSize, 0], [catalogId, usSize, Number.MAX_SAFE_INTEGER])
          .last(),
        db.salesGaps.where('[catalogId+usSize]').equals([catalogId, usSize]).toArray(),
      ]);
      const fresh = rows.filter((_, index) => known[index] === undefined);
      await db.marketSales.bulkPut(fresh);
      const oldest = value.reduce<Instant | null>(
        (first, { purchasedAt }) => (first === null || purchasedAt < first ? purchasedAt : first),
        null,
      );
      const newestKnown = newest?.purchasedAt ?? null;
      const change = markSalesGaps(gaps, { catalogId, usSize, oldest, isFull, isWide, newestKnown });
      await db.salesGaps.bulkDelete([...change.gone]);
      await db.salesGaps.bulkPut([...change.put]);
      const id = recentSalesCursorId(deps.marketplace.id, variant);
      await db.cursors.put({ ...freshCursor(id, { now }), finishedAt: now, token: String(periodOf(value, now)) });
      return fresh.length;
    },
  };
}

/** Half the time in which ten more may be sold, so that a busy size has not moved on; a quiet one can wait. */
function periodOf(sales: readonly RecentSale[], now: Instant): number {
  const tenth = sales.map(({ purchasedAt }) => purchasedAt).toSorted((a, b) => b - a)[ROWS_OF_A_READING - 1];
  const half = tenth === undefined ? LONGEST_MS : Math.round((now - tenth) / 2);
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, half));
}
