import type { ArchvdDatabase } from '@/lib/db/database';
import { pairsOfListings } from '@/lib/db/repositories/pairs-of-listings';
import type { ListedSubject } from '@/lib/domain/listings/listing-subject';
import { readMarket } from './market-figures';
import { createValuer, type Valuation } from './valuation';

/** What prices of listings are held against: each with its pair, floor and market; one that is not in the books is left out. */
export async function readListingGrounds(
  db: ArchvdDatabase,
  listingIds: readonly string[],
  valuation: Valuation,
): Promise<readonly ListedSubject[]> {
  const stored = await db.listings.bulkGet([...new Set(listingIds)]);
  const listings = stored.flatMap((listing) => (listing === undefined ? [] : [listing]));
  const pairs = await pairsOfListings(
    db,
    listings.map(({ externalId }) => externalId),
  );
  const [market, valuer] = await Promise.all([
    readMarket(db, listings, valuation.regionId),
    createValuer(db, valuation, [...pairs.values()]),
  ]);
  return listings.map((listing) => {
    const pair = pairs.get(listing.externalId) ?? null;
    const product = market.product(listing.catalogId);
    const { lowestAsk, highestOffer, readAt } = market.figures(listing);
    const ownMaximum = pair?.priceMaximum ?? null;
    return { listing, pair, product, floor: valuer.floor(pair, product), lowestAsk, highestOffer, readAt, ownMaximum };
  });
}
