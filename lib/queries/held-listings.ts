import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair } from '@/lib/domain/inventory/pair';
import { namedPair } from './named-pair';

/** A listed pair whose floor cannot be told because nobody has said what it cost. */
export interface HeldPair {
  readonly pair: Pair;
  readonly product: Product | null;
}

/** How many listed pairs have no cost: counted by index, whatever the size of the books. */
export async function countHeldListings(db: ArchvdDatabase): Promise<number> {
  const [listed, costed] = await Promise.all([
    db.inventory.where('status').equals('listed').count(),
    // Null is no key, so a pair without cost is not in this index.
    db.inventory.where('[status+cost.minor]').between(['listed', Dexie.minKey], ['listed', Dexie.maxKey]).count(),
  ]);
  if (listed === costed) return 0;
  const binned = await db.inventory.where('deletedAt').above(0).toArray();
  return listed - costed - binned.filter((pair) => pair.status === 'listed' && pair.cost === null).length;
}

/** Those pairs, the same shoes side by side, since they were often bought together. */
export async function readHeldListings(db: ArchvdDatabase): Promise<readonly HeldPair[]> {
  const pairs = await db.inventory
    .where('status')
    .equals('listed')
    .filter((pair) => pair.cost === null && pair.deletedAt === null)
    .toArray();
  const ids = [...new Set(pairs.flatMap((pair) => pair.catalogId ?? []))];
  const products = await db.products.where('catalogId').anyOf(ids).toArray();
  const productOf = new Map(products.map((product) => [product.catalogId, product]));
  return pairs
    .map((pair) => {
      const product = productOf.get(pair.catalogId ?? '') ?? null;
      return { pair: namedPair(pair, product), product };
    })
    .toSorted(bySameShoes);
}

function bySameShoes({ pair: a }: HeldPair, { pair: b }: HeldPair): number {
  const [left, right] = [`${a.name} ${a.styleCode ?? ''}`, `${b.name} ${b.styleCode ?? ''}`];
  if (left !== right) return left < right ? -1 : 1;
  return a.size.value - b.size.value || (a.id < b.id ? -1 : 1);
}
