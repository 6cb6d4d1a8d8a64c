import type { ArchvdDatabase } from '@/lib/db/database';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair } from '@/lib/domain/inventory/pair';
import { createMatcher } from './match-text';
import { namedPair } from './named-pair';

export interface SearchResults {
  readonly products: readonly Product[];
  readonly pairs: readonly Pair[];
  /** More was found than is given. */
  readonly more: boolean;
}

/** Pairs and products by style code, name, brand and size; nothing for an empty text. Sold pairs come after the others. */
export async function search(db: ArchvdDatabase, text: string, limit = 20): Promise<SearchResults> {
  if (text.trim() === '') return { products: [], pairs: [], more: false };
  const matches = createMatcher(text);
  const [products, pairs] = await Promise.all([db.products.toArray(), db.inventory.toArray()]);
  const foundProducts = products.filter((product) => matches({ ...product, size: null }));
  const productOf = new Map(products.map((product) => [product.catalogId, product]));
  const foundPairs = pairs
    .map((pair) => namedPair(pair, productOf.get(pair.catalogId ?? '') ?? null))
    .filter((pair) => pair.deletedAt === null && matches({ ...pair, size: pair.size.value }))
    .toSorted((a, b) => rank(a) - rank(b) || b.updatedAt - a.updatedAt);
  return {
    products: foundProducts.slice(0, limit),
    pairs: foundPairs.slice(0, limit),
    more: foundProducts.length > limit || foundPairs.length > limit,
  };
}

function rank(pair: Pair): number {
  return pair.status === 'listed' || pair.status === 'in-stock' ? 0 : 1;
}
