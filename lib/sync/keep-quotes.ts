import { heldPricesCursorId, pricesCursorId } from '@/lib/db/repositories/cursors';
import type { Product } from '@/lib/domain/catalog/product';
import type { MarketQuote } from '@/lib/domain/market/quote';
import type { Answer } from '@/lib/marketplaces/contract/page';
import type { Keeping } from './keeping';
import { mergeQuotes } from './merge-quotes';
import { ringTargets, targetTables, type TargetWords } from './ring-targets';
import { freshCursor, type SyncDeps } from './sync-run';
import type { TargetTerms } from './target-facts';

export type Quotes = Pick<Answer<readonly MarketQuote[]>, 'value' | 'rejected'>;

interface QuotesOf {
  readonly catalogId: string;
  /** Region they were asked for; null: global. */
  readonly regionId: string | null;
  /** Asked for by where the pairs lie; left out: of both together. */
  readonly consigned?: boolean | null;
  /** Looked up besides the prices that count for this seller: nothing rings for them. */
  readonly besides?: boolean;
  readonly answer: Quotes;
}

export interface QuotesDeps extends SyncDeps {
  /** What a notice says of a watched target that is reached. */
  readonly targetNotice: TargetWords;
  /** As they were when the region was last asked for; left out or null: not known. */
  readonly targetTerms?: () => TargetTerms | null;
}

/** Keeps a product's quotes with what they changed, rings for targets they reach, and remembers when they were read. */
export function keepQuotes(
  deps: Pick<QuotesDeps, 'db' | 'clock' | 'random' | 'targetNotice' | 'targetTerms'>,
  { catalogId, regionId, consigned = null, besides = false, answer }: QuotesOf,
): Keeping {
  const { db, random } = deps;
  const cursorId =
    consigned === null ? pricesCursorId(catalogId, regionId) : heldPricesCursorId(catalogId, regionId, consigned);
  return {
    tables: [db.products, db.marketPrices, db.marketPriceHistory, db.cursors, ...targetTables(db)],
    async write() {
      const now = deps.clock.now();
      const [known, product] = await Promise.all([
        db.marketPrices.where('catalogId').equals(catalogId).toArray(),
        db.products.where('catalogId').equals(catalogId).first(),
      ]);
      const result = mergeQuotes({
        quotes: answer.value,
        regionId,
        consigned,
        partial: answer.rejected.length > 0,
        known: new Map(known.map((price) => [price.id, price])),
        product: product ?? null,
        now,
        newId: () => random.id(),
      });
      await db.marketPrices.bulkPut([...result.prices]);
      await db.marketPriceHistory.bulkPut([...result.history]);
      await db.cursors.put({
        ...freshCursor(cursorId, { now }),
        finishedAt: now,
        items: answer.value.length,
      });
      if (besides) return result.prices.length + result.history.length;
      const made = answer.value.filter((quote) => isMade(product ?? null, quote));
      const terms = deps.targetTerms?.() ?? null;
      await ringTargets(db, { catalogId, product: product ?? null, quotes: made, now, terms }, deps.targetNotice);
      return result.prices.length + result.history.length;
    },
  };
}

/** alias also answers sizes the product does not come in: nobody can buy those. */
function isMade(product: Product | null, { variant }: MarketQuote): boolean {
  return product === null || product.allowedSizes.some((size) => size.usValue === variant.usSize);
}
