import type { ArchvdDatabase } from '@/lib/db/database';
import type { CallOptions } from '@/lib/marketplaces/contract/call';
import type { MarketplaceReads } from '@/lib/marketplaces/contract/marketplace';
import type { MarketplaceId } from '@/lib/domain/listings/listing';

type Reads = Pick<MarketplaceReads, 'listListings' | 'listOrders'> & { readonly id: MarketplaceId };

/** Whether a token speaks for the seller whose books these are. The API names no account, so only its contents can tell. */
export type SellerMatch =
  | { readonly kind: 'same' }
  | { readonly kind: 'different'; readonly storedListings: number; readonly newListings: number };

/**
 * Compares the oldest listings and the newest orders of a token with the stored ones: one known id is proof enough.
 * Empty books match anybody.
 */
export async function compareSeller(
  db: ArchvdDatabase,
  marketplace: Reads,
  options: CallOptions,
): Promise<SellerMatch> {
  const [storedListings, storedOrders] = await Promise.all([db.listings.count(), db.orders.count()]);
  if (storedListings + storedOrders === 0) return { kind: 'same' };
  const first = { token: null, pageSize: 50 };
  const listings = await marketplace.listListings({ sort: { by: 'created', order: 'ascending' } }, first, options);
  const orders = await marketplace.listOrders(first, options);
  const key = (item: { readonly externalId: string }): [string, string] => [marketplace.id, item.externalId];
  const [knownListings, knownOrders] = await Promise.all([
    db.listings.where('[marketplace+externalId]').anyOf(listings.items.map(key)).count(),
    db.orders.where('[marketplace+externalId]').anyOf(orders.items.map(key)).count(),
  ]);
  if (knownListings + knownOrders > 0) return { kind: 'same' };
  return { kind: 'different', storedListings, newListings: listings.total ?? listings.items.length };
}
