import type { ArchvdDatabase } from '@/lib/db/database';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Instant } from '@/lib/domain/time/instant';

/**
 * Orders carry no size unit, so a pair that came with one is first written as US. Once its product is known, the number
 * is read in the product's own system: of a product in EU sizes that comes in 45, "US 45" is EU 45.
 *
 * @returns the pair as it is meant, or the very same when there is nothing to correct
 */
function inOwnSystem(pair: Pair, product: Product | undefined): Pair {
  if (product === undefined || !isUnsure(pair) || product.sizeSystem === 'US') return pair;
  const made = product.allowedSizes.some((size) => size.value === pair.size.value);
  return made ? { ...pair, size: { value: pair.size.value, system: product.sizeSystem } } : pair;
}

function isUnsure(pair: Pair): boolean {
  return pair.origin === 'order' && pair.size.system === 'US';
}

/** Pairs that came with orders, as they are written: in their product's own system where that is known already. */
export async function withOwnSizes(db: ArchvdDatabase, pairs: readonly Pair[]): Promise<readonly Pair[]> {
  const ids = new Set(pairs.flatMap((pair) => (isUnsure(pair) && pair.catalogId !== null ? [pair.catalogId] : [])));
  if (ids.size === 0) return pairs;
  const products = await rowsByKey(db.products, 'catalogId', [...ids]);
  const productOf = new Map(products.map((product) => [product.catalogId, product]));
  return pairs.map((pair) => inOwnSystem(pair, productOf.get(pair.catalogId ?? '')));
}

/** Corrects the pairs of products that have just been read. @returns how many were written */
export async function correctOrderSizes(
  db: ArchvdDatabase,
  products: readonly Product[],
  now: Instant,
): Promise<number> {
  const foreign = new Map(
    products.filter(({ sizeSystem }) => sizeSystem !== 'US').map((each) => [each.catalogId, each]),
  );
  if (foreign.size === 0) return 0;
  const pairs = await rowsByKey(db.inventory, 'catalogId', [...foreign.keys()]);
  const corrected = pairs.flatMap((pair) => {
    const meant = inOwnSystem(pair, foreign.get(pair.catalogId ?? ''));
    return meant === pair ? [] : [{ ...meant, updatedAt: now }];
  });
  await db.inventory.bulkPut(corrected);
  return corrected.length;
}
