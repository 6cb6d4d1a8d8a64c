import { pricesCursorId } from '@/lib/db/repositories/cursors';
import type { MarketQuote } from '@/lib/domain/market/quote';
import type { Answer } from '@/lib/marketplaces/contract/page';
import type { Keeping } from './keeping';
import { mergeQuotes } from './merge-quotes';
import { freshCursor, type SyncDeps } from './sync-run';

export type Quotes = Pick<Answer<readonly MarketQuote[]>, 'value' | 'rejected'>;

interface QuotesOf {
  readonly catalogId: string;
  /** Region they were asked for; null: global. */
  readonly regionId: string | null;
  readonly answer: Quotes;
}

/** Keeps a product's quotes with what they changed, and remembers when they were read. */
export function keepQuotes(
  deps: Pick<SyncDeps, 'db' | 'clock' | 'random'>,
  { catalogId, regionId, answer }: QuotesOf,
): Keeping {
  const { db, random } = deps;
  return {
    tables: [db.products, db.marketPrices, db.marketPriceHistory, db.cursors],
    async write() {
      const now = deps.clock.now();
      const [known, product] = await Promise.all([
        db.marketPrices.where('catalogId').equals(catalogId).toArray(),
        db.products.where('catalogId').equals(catalogId).first(),
      ]);
      const result = mergeQuotes({
        quotes: answer.value,
        regionId,
        partial: answer.rejected.length > 0,
        known: new Map(known.map((price) => [price.id, price])),
        product: product ?? null,
        now,
        newId: () => random.id(),
      });
      await db.marketPrices.bulkPut([...result.prices]);
      await db.marketPriceHistory.bulkPut([...result.history]);
      await db.cursors.put({
        ...freshCursor(pricesCursorId(catalogId, regionId), { now }),
        finishedAt: now,
        items: answer.value.length,
      });
      return result.prices.length + result.history.length;
    },
  };
}
