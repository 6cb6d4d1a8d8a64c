import type { ArchvdDatabase } from '@/lib/db/database';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { Listing } from '@/lib/domain/listings/listing';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Product } from '@/lib/domain/catalog/product';
import type { Size, SizeRun } from '@/lib/domain/sizes/size';

/** What a listing is called. */
export interface NamedListing {
  readonly listing: Listing;
  readonly name: string;
  readonly brand: string;
  readonly code: string;
  readonly size: Size;
  readonly run: SizeRun;
  readonly pictureUrl: string | null;
  /** The pair behind it; null: none is known. */
  readonly pair: Pair | null;
}

/** Above this many, reading all rows of a kind in one go is quicker than one by one. */
const MANY = 600;

/** Names of listings by their own id, also of those that are gone; ids nobody knows are left out. */
export async function listingNames(
  db: ArchvdDatabase,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, NamedListing>> {
  const wanted = [...new Set(ids)];
  const listings = (await db.listings.bulkGet(wanted)).filter((listing) => listing !== undefined);
  const [products, pairs] = await Promise.all([readProducts(db, listings), readPairs(db, listings)]);
  return new Map(
    listings.map((listing) => {
      const product = products.get(listing.catalogId) ?? null;
      const pair = pairs.get(listing.externalId) ?? null;
      return [listing.id, named(listing, product, pair)];
    }),
  );
}

function named(listing: Listing, product: Product | null, pair: Pair | null): NamedListing {
  return {
    listing,
    name: product?.name ?? pair?.name ?? listing.rawSku,
    brand: product?.brand ?? pair?.brand ?? '',
    code: listing.styleCode ?? listing.rawSku,
    size: listing.size,
    run: product?.sizeRun ?? null,
    pictureUrl: product?.pictureUrl ?? null,
    pair,
  };
}

async function readProducts(db: ArchvdDatabase, listings: readonly Listing[]): Promise<ReadonlyMap<string, Product>> {
  const ids = [...new Set(listings.map(({ catalogId }) => catalogId))];
  const products =
    ids.length > MANY ? await db.products.toArray() : await db.products.where('catalogId').anyOf(ids).toArray();
  return new Map(products.map((product) => [product.catalogId, product]));
}

async function readPairs(db: ArchvdDatabase, listings: readonly Listing[]): Promise<ReadonlyMap<string, Pair>> {
  const ids = listings.map(({ externalId }) => externalId);
  const pairs = await rowsByKey(db.inventory, 'goatListingId', ids);
  return new Map(
    pairs.flatMap((pair) =>
      pair.goatListingId === null || pair.deletedAt !== null ? [] : [[pair.goatListingId, pair]],
    ),
  );
}
