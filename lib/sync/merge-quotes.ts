import type { PriceHistoryRow } from '@/lib/db/rows';
import type { Product } from '@/lib/domain/catalog/product';
import { variantId, type MarketPrice, type MarketQuote } from '@/lib/domain/market/quote';
import type { Instant } from '@/lib/domain/time/instant';
import { sameFacts } from './same-facts';

interface QuoteMerge {
  readonly quotes: readonly MarketQuote[];
  /** Region the quotes were asked for: rows of another one are not what they speak of. */
  readonly regionId: string | null;
  /** Asked for by where the pairs lie; left out: of both together. */
  readonly consigned?: boolean | null;
  /** Some of the answer could not be read, so a variant that is missing may only be unreadable. */
  readonly partial: boolean;
  /** By variant id. */
  readonly known: ReadonlyMap<string, MarketPrice>;
  readonly product: Product | null;
  readonly now: Instant;
  newId(): string;
}

interface QuoteMergeResult {
  readonly prices: readonly MarketPrice[];
  readonly history: readonly PriceHistoryRow[];
}

/**
 * What a product's quotes change. alias also answers sizes the product does not come in (0, 40): those are dropped. A
 * variant nobody ever offered, asked for or bought is not worth a row; one that has a row keeps it when its figures
 * turn to none. alias leaves out variants that have nothing: one that was known has then neither ask nor offer.
 */
export function mergeQuotes(input: QuoteMerge): QuoteMergeResult {
  const sizes = input.product === null ? null : new Set(input.product.allowedSizes.map((size) => size.usValue));
  const prices: MarketPrice[] = [];
  const history: PriceHistoryRow[] = [];
  for (const quote of [...input.quotes, ...vanished(input)]) {
    if (sizes !== null && !sizes.has(quote.variant.usSize)) continue;
    const id = variantId(quote.variant);
    const known = input.known.get(id);
    if (known === undefined ? isEmpty(quote) : sameFacts(quote, known)) continue;
    prices.push({
      ...quote,
      id,
      catalogId: quote.variant.catalogId,
      createdAt: known?.createdAt ?? input.now,
      updatedAt: input.now,
    });
    history.push(observation(quote, id, input));
  }
  return { prices, history };
}

/** Known variants the answer does not hold any more. What they were last sold for stays true. */
function vanished({ quotes, known, regionId, consigned = null, partial }: QuoteMerge): readonly MarketQuote[] {
  if (partial) return [];
  const told = new Set(quotes.map((quote) => variantId(quote.variant)));
  return [...known.values()]
    .filter(({ id, variant }) => !told.has(id) && variant.regionId === regionId && variant.consigned === consigned)
    .map(({ variant, lastSale }) => ({
      variant,
      lowestAsk: null,
      highestOffer: null,
      lastSale,
      globalIndicator: null,
    }));
}

function isEmpty(quote: MarketQuote): boolean {
  return (
    quote.lowestAsk === null && quote.highestOffer === null && quote.lastSale === null && quote.globalIndicator === null
  );
}

function observation(quote: MarketQuote, id: string, input: QuoteMerge): PriceHistoryRow {
  return {
    id: input.newId(),
    variantId: id,
    catalogId: quote.variant.catalogId,
    at: input.now,
    tier: 'raw',
    lowestAsk: quote.lowestAsk,
    highestOffer: quote.highestOffer,
    lastSale: quote.lastSale,
  };
}
