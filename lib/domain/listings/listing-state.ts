import type { Listing } from './listing';

/**
 * Buyers can buy it, as far as we know: active, not deleted, and not in doubt (missing from a finished sweep, or sold by
 * an order).
 */
export function isLive(listing: Pick<Listing, 'status' | 'missingSince' | 'deletedAt'>): boolean {
  return listing.status === 'active' && listing.missingSince === null && listing.deletedAt === null;
}

/** The marketplace no longer has it for the seller: sold or deleted. An unknown status is not gone. */
export function isGone(listing: Pick<Listing, 'status' | 'deletedAt'>): boolean {
  return listing.deletedAt !== null || listing.status === 'deleted' || listing.status === 'sold';
}
