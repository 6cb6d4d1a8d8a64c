import { quarantineRecords } from '@/lib/db/repositories/quarantine';
import type { ProductFacts } from '@/lib/domain/catalog/product';
import type { Priority } from '@/lib/domain/throttle/priority';
import { keepProducts } from './keep-product';
import type { SyncDeps } from './sync-run';

/** Hits a person looks through before asking for more. */
const HITS = 20;

/**
 * Searches the marketplace's catalogue, for a person ahead of everything the clockwork asks. What is found is kept, so that adding or
 * watching it needs no second question; a product that says nothing new is not written.
 *
 * @param token `next` of an earlier answer; null begins
 * @throws MarketError whatever the marketplace refused; nothing was changed
 */
export async function searchCatalogue(
  deps: SyncDeps,
  query: string,
  token: string | null,
  priority: Priority = 'user',
): Promise<{ readonly products: readonly ProductFacts[]; readonly next: string | null }> {
  const { db, clock } = deps;
  const page = await deps.marketplace.searchCatalog(query, { token, pageSize: HITS }, { priority });
  const keeping = keepProducts(deps, page.items);
  await db.transaction('rw', [...keeping.tables, db.quarantine], async () => {
    await keeping.write();
    if (page.rejected.length > 0) await quarantineRecords(db, page.rejected, clock.now());
  });
  return { products: page.items, next: page.next };
}
