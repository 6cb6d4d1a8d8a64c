import type { Product, ProductFacts } from '@/lib/domain/catalog/product';
import { correctOrderSizes } from './correct-order-sizes';
import type { Keeping } from './keeping';
import { sameFacts } from './same-facts';
import type { SyncDeps } from './sync-run';

/** Keeps catalogue items: new ones are added, changed ones changed; one that says nothing new is not written. */
export function keepProducts(deps: Pick<SyncDeps, 'db' | 'clock' | 'random'>, facts: readonly ProductFacts[]): Keeping {
  const { db, random } = deps;
  return {
    tables: [db.products, db.inventory],
    async write() {
      const now = deps.clock.now();
      const byId = new Map(facts.map((each) => [each.catalogId, each]));
      const known = await db.products
        .where('catalogId')
        .anyOf([...byId.keys()])
        .toArray();
      const rowOf = new Map(known.map((product) => [product.catalogId, product]));
      const news: Product[] = [];
      for (const each of byId.values()) {
        const row = rowOf.get(each.catalogId);
        if (row !== undefined && sameFacts(each, row)) continue;
        news.push({ ...(row ?? { id: random.id(), createdAt: now }), ...each, updatedAt: now });
      }
      if (news.length === 0) return 0;
      await db.products.bulkPut(news);
      return news.length + (await correctOrderSizes(db, news, now));
    },
  };
}
