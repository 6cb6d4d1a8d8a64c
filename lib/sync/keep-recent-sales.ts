import type { RecentSale } from '@/lib/domain/market/quote';
import type { Keeping } from './keeping';
import { marketSaleRows } from './merge-recent-sales';
import { freshCursor, type SyncDeps } from './sync-run';

/** A size of a product, as sales are asked for. */
export interface SoldVariant {
  readonly catalogId: string;
  readonly usSize: number;
}

/** Where the last reading of a size's sales is told; without a size the beginning of all of them. */
export function recentSalesCursorId(marketplace: string, variant: SoldVariant | null): string {
  const prefix = `${marketplace}/recent-sales/`;
  return variant === null ? prefix : `${prefix}${variant.catalogId}/${variant.usSize}`;
}

/** Adds the sales that were not known yet, and remembers when the size was read. */
export function keepRecentSales(
  deps: Pick<SyncDeps, 'db' | 'marketplace' | 'clock'>,
  variant: SoldVariant,
  sales: readonly RecentSale[],
): Keeping {
  const { db } = deps;
  return {
    tables: [db.marketSales, db.cursors],
    async write() {
      const now = deps.clock.now();
      const rows = marketSaleRows(sales, now);
      const known = await db.marketSales.bulkGet(rows.map((row) => row.id));
      const fresh = rows.filter((_, index) => known[index] === undefined);
      await db.marketSales.bulkPut(fresh);
      const id = recentSalesCursorId(deps.marketplace.id, variant);
      await db.cursors.put({ ...freshCursor(id, { now }), finishedAt: now });
      return fresh.length;
    },
  };
}
