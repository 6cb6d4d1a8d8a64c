import type { ProductFacts } from '../catalog/product';
import type { CostBasis, Floor } from '../fees/floor-price';
import type { Pair } from '../inventory/pair';
import type { Money } from '../money/money';
import type { Instant } from '../time/instant';
import type { Listing } from './listing';

/** What a price is held against. */
export interface PriceGround {
  readonly product: Pick<ProductFacts, 'minimumListingPrice' | 'maximumListingPrice'> | null;
  readonly floor: Floor;
  /** Of the same size, condition and box; null: none is known. */
  readonly lowestAsk: Money | null;
  readonly highestOffer: Money | null;
  /** When these were read; null: never, so that an offer may be there without our knowing. */
  readonly readAt: Instant | null;
  /** The seller's own bound for this very pair; null: none. */
  readonly ownMaximum: Money | null;
}

/** How a pair stands with the marketplace. */
export type PairOffer =
  /** `earlier-unclear`: the last try to list it was given up after it had been sent. */
  'none' | 'live' | 'off' | 'being-listed' | 'earlier-unclear';

/** A picture without its bytes. */
export interface StagedPicture {
  /** Row of `listingPictures`. */
  readonly id: string;
  /** `PICTURE_TYPE_*` */
  readonly type: string;
  readonly order: number | null;
  /** Its bytes are still here, so that it can be sent. */
  readonly isKept: boolean;
  /** A listing has it already. */
  readonly isUp: boolean;
}

/** What a pair is to be listed as; alias tells prices by it. */
export type ListedAs = Pick<Pair, 'condition' | 'packaging'>;

/** Everything a pair is checked against before it is listed, and priced by. */
export interface ListingSubject extends PriceGround {
  readonly pair: Pair;
  readonly product: ProductFacts | null;
  readonly offer: PairOffer;
  /** Cost, fees and rate behind the floor. */
  readonly basis: CostBasis;
  /** Pictures kept for it, those that are up too. */
  readonly pictures: readonly StagedPicture[];
  /** The lowest live ask of the seller's own other pairs of the same variant; null: none. */
  readonly ownLowest: Money | null;
}

/** The same of a listing that is there. */
export interface ListedSubject extends PriceGround {
  readonly listing: Listing;
  /** The pair it offers; null: none is known, and so no cost. */
  readonly pair: Pair | null;
}
