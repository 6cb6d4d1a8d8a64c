import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import { heldPricesCursorId, pricesCursorId } from '@/lib/db/repositories/cursors';
import type { MarketSaleRow, OfferHistogramRow, PriceHistoryRow } from '@/lib/db/rows';
import { plainLook, type MarketLook } from '@/lib/domain/market/market-look';
import { variantId } from '@/lib/domain/market/quote';
import type { SalesGap } from '@/lib/domain/market/weekly-volume';
import type { Instant } from '@/lib/domain/time/instant';
import { newestFirst } from './newest-first';

interface SizeRequest {
  readonly catalogId: string;
  readonly usSize: number;
  /** Region whose prices are meant; null: everywhere. */
  readonly regionId: string | null;
  /** Whose prices are meant besides; left out: new pairs in a good box, wherever they lie. */
  readonly look?: MarketLook;
  /** null: all there is. */
  readonly since: Instant | null;
}

export interface SizeHistory {
  /** Prices of the variant, oldest first, each kept because a figure changed; one from before `since` too. */
  readonly prices: readonly PriceHistoryRow[];
  /** When the prices were last read: until then the last of them holds. */
  readonly pricesReadAt: Instant | null;
  /** The newest 1,000 sales the companion has seen, newest first, of any condition and region: alias tells neither. */
  readonly sales: readonly MarketSaleRow[];
  /** When the sales of this size were last read; null: never. */
  readonly salesReadAt: Instant | null;
  /** Times in which sales may have been missed, oldest first. */
  readonly gaps: readonly SalesGap[];
  /** The open offers on the variant as they were last read; null: never. */
  readonly offers: OfferHistogramRow | null;
}

const MOST_SALES = 1000;
/** A reading of so many sales was full, before gaps were noted: alias may know of older ones. */
const FULL_READING = 10;

/** What one size of a product has cost, and been sold for, over time. */
export async function sizeHistory(db: ArchvdDatabase, request: SizeRequest): Promise<SizeHistory> {
  const { catalogId, usSize } = request;
  const look = request.look ?? plainLook(request.regionId);
  const id = variantId({ marketplace: 'alias', catalogId, usSize, ...look });
  const [prices, sales, gaps, offers, cursors] = await Promise.all([
    pricesSince(db, id, request.since),
    newestFirst(
      db.marketSales
        .where('[catalogId+usSize+purchasedAt]')
        .between([catalogId, usSize, Dexie.minKey], [catalogId, usSize, Dexie.maxKey]),
    )
      .limit(MOST_SALES)
      .toArray(),
    db.salesGaps.where('[catalogId+usSize]').equals([catalogId, usSize]).toArray(),
    db.offerHistograms.get(id),
    db.cursors.bulkGet([lookCursorId(catalogId, look), `alias/recent-sales/${catalogId}/${usSize}`]),
  ]);
  const [pricesRead, salesRead] = cursors;
  return {
    prices,
    pricesReadAt: pricesRead?.finishedAt ?? null,
    sales,
    salesReadAt: salesRead?.finishedAt ?? null,
    gaps: withBeginning(gaps, sales),
    offers: offers ?? null,
  };
}

/** Where the last reading of these prices is told. */
export function lookCursorId(catalogId: string, { regionId, consigned }: MarketLook): string {
  return consigned === null ? pricesCursorId(catalogId, regionId) : heldPricesCursorId(catalogId, regionId, consigned);
}

/**
 * What is known begins with the oldest sale when the first reading came full, or when there are more sales than are
 * looked at: before that there may have been any number.
 */
function withBeginning(gaps: readonly SalesGap[], sales: readonly MarketSaleRow[]): readonly SalesGap[] {
  const sorted = gaps.map(({ from, until }) => ({ from, until })).toSorted((a, b) => a.until - b.until);
  const oldest = sales.at(-1);
  if (oldest === undefined || sorted.some(({ from }) => from === null)) return sorted;
  const first = Math.min(...sales.map(({ seenAt }) => seenAt));
  const wasFull = sales.filter(({ seenAt }) => seenAt === first).length === FULL_READING;
  return wasFull || sales.length === MOST_SALES ? [{ from: null, until: oldest.purchasedAt }, ...sorted] : sorted;
}

async function pricesSince(db: ArchvdDatabase, id: string, since: Instant | null): Promise<readonly PriceHistoryRow[]> {
  const rows = (from: unknown, to: unknown, withTo: boolean) =>
    db.marketPriceHistory.where('[variantId+at]').between([id, from], [id, to], true, withTo);
  if (since === null) return rows(Dexie.minKey, Dexie.maxKey, true).toArray();
  const [before, inside] = await Promise.all([
    rows(Dexie.minKey, since, false).last(),
    rows(since, Dexie.maxKey, true).toArray(),
  ]);
  return before === undefined ? inside : [before, ...inside];
}
