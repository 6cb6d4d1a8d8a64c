import type { MarketplaceId } from '@/lib/domain/listings/listing';
import type { Money } from '@/lib/domain/money/money';
import type { ArchvdDatabase } from '../database';

interface ListingPriceRange {
  readonly minimum: Money | null;
  readonly maximum: Money | null;
}

/** The catalogue's limits for a listing's price, by product or by one of its listings; null when the product is not known. */
export async function listingPriceRange(
  db: ArchvdDatabase,
  marketplace: MarketplaceId,
  target: { readonly catalogId: string } | { readonly externalListingId: string },
): Promise<ListingPriceRange | null> {
  const catalogId =
    'catalogId' in target ? target.catalogId : await catalogIdOf(db, marketplace, target.externalListingId);
  const product = catalogId === undefined ? undefined : await db.products.where('catalogId').equals(catalogId).first();
  return product === undefined ? null : { minimum: product.minimumListingPrice, maximum: product.maximumListingPrice };
}

async function catalogIdOf(
  db: ArchvdDatabase,
  marketplace: MarketplaceId,
  externalId: string,
): Promise<string | undefined> {
  return (await db.listings.where('[marketplace+externalId]').equals([marketplace, externalId]).first())?.catalogId;
}
