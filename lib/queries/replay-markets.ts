import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import { variantId, type VariantKey } from '@/lib/domain/market/quote';
import type { MarketHistory, SizeSales } from '@/lib/domain/repricing/backtest/backtest-input';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { sizeKey } from './size-sales';

/** Decisions compare with a week before, and look back on the sales of ninety days. */
const STEPS_BEFORE_MS = 7 * DAY_MS;
const SALES_BEFORE_MS = 90 * DAY_MS;

/** The stored prices of a variant from a week before `from` on, with the one that held then. */
export async function replayMarket(db: ArchvdDatabase, key: VariantKey, from: Instant): Promise<MarketHistory> {
  const id = variantId(key);
  const since = shiftInstant(from, -STEPS_BEFORE_MS);
  const rows = db.marketPriceHistory;
  const [before, after, cursor] = await Promise.all([
    rows.where('[variantId+at]').between([id, Dexie.minKey], [id, since], true, false).last(),
    rows.where('[variantId+at]').between([id, since], [id, Dexie.maxKey]).toArray(),
    db.cursors.get(pricesCursorId(key.catalogId, key.regionId)),
  ]);
  const steps = [...(before === undefined ? [] : [before]), ...after];
  return {
    steps: steps.map(({ at, lowestAsk, highestOffer, lastSale }) => ({ at, lowestAsk, highestOffer, lastSale })),
    readAt: cursor?.finishedAt ?? steps.at(-1)?.at ?? null,
  };
}

/** The sales of a size that were seen, from ninety days before `from` on. */
export async function replaySales(
  db: ArchvdDatabase,
  { catalogId, usSize }: Pick<VariantKey, 'catalogId' | 'usSize'>,
  from: Instant,
): Promise<SizeSales> {
  const since = shiftInstant(from, -SALES_BEFORE_MS);
  const [rows, cursor] = await Promise.all([
    db.marketSales
      .where('[catalogId+usSize+purchasedAt]')
      .between([catalogId, usSize, since], [catalogId, usSize, Dexie.maxKey])
      .toArray(),
    db.cursors.get(`alias/recent-sales/${sizeKey({ catalogId, usSize })}`),
  ]);
  const sales = rows.map(({ purchasedAt, price }) => ({ at: purchasedAt, price }));
  return { sales, readAt: cursor?.finishedAt ?? rows.at(-1)?.seenAt ?? null };
}
