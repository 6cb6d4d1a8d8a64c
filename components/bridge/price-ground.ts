import type { PriceGround } from '@/lib/domain/listings/listing-subject';
import type { ListingRow } from '@/lib/queries/list-listings';

/** What the price of a listing that is there is held against. */
export function groundOf({ product, floor, market, pair }: ListingRow): PriceGround {
  const { lowestAsk, highestOffer, readAt } = market;
  return { product, floor, lowestAsk, highestOffer, readAt, ownMaximum: pair?.priceMaximum ?? null };
}
