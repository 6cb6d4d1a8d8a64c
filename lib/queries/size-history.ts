import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import type { MarketSaleRow, PriceHistoryRow } from '@/lib/db/rows';
import { variantId } from '@/lib/domain/market/quote';
import type { Instant } from '@/lib/domain/time/instant';
import { newestFirst } from './newest-first';

interface SizeRequest {
  readonly catalogId: string;
  readonly usSize: number;
  /** Region whose prices are meant; null: everywhere. */
  readonly regionId: string | null;
  /** null: all there is. */
  readonly since: Instant | null;
}

export interface SizeHistory {
  /** Prices of new pairs in a good box, oldest first, each kept because a figure changed; one from before `since` too. */
  readonly prices: readonly PriceHistoryRow[];
  /** When the prices were last read: until then the last of them holds. */
  readonly pricesReadAt: Instant | null;
  /** The newest 100 sales the companion has seen, newest first, of any condition and region: alias tells neither. */
  readonly sales: readonly MarketSaleRow[];
  /** When the sales of this size were last read; null: never. */
  readonly salesReadAt: Instant | null;
}

const MOST_SALES = 100;

/** What one size of a product has cost, and been sold for, over time. */
export async function sizeHistory(db: ArchvdDatabase, request: SizeRequest): Promise<SizeHistory> {
  const { catalogId, usSize, regionId } = request;
  const [prices, sales, cursors] = await Promise.all([
    pricesSince(db, request),
    newestFirst(
      db.marketSales
        .where('[catalogId+usSize+purchasedAt]')
        .between([catalogId, usSize, Dexie.minKey], [catalogId, usSize, Dexie.maxKey]),
    )
      .limit(MOST_SALES)
      .toArray(),
    db.cursors.bulkGet([pricesCursorId(catalogId, regionId), `alias/recent-sales/${catalogId}/${usSize}`]),
  ]);
  const [pricesRead, salesRead] = cursors;
  return {
    prices,
    pricesReadAt: pricesRead?.finishedAt ?? null,
    sales,
    salesReadAt: salesRead?.finishedAt ?? null,
  };
}

async function pricesSince(
  db: ArchvdDatabase,
  { catalogId, usSize, regionId, since }: SizeRequest,
): Promise<readonly PriceHistoryRow[]> {
  const id = variantId({
    marketplace: 'alias',
    catalogId,
    usSize,
    condition: 'new',
    packaging: 'good',
    consigned: null,
    regionId,
  });
  const rows = (from: unknown, to: unknown, withTo: boolean) =>
    db.marketPriceHistory.where('[variantId+at]').between([id, from], [id, to], true, withTo);
  if (since === null) return rows(Dexie.minKey, Dexie.maxKey, true).toArray();
  const [before, inside] = await Promise.all([
    rows(Dexie.minKey, since, false).last(),
    rows(since, Dexie.maxKey, true).toArray(),
  ]);
  return before === undefined ? inside : [before, ...inside];
}
