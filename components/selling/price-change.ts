import { add, BASIS_POINTS, minorPerUnit, roundUpToWholeUnits, scale } from '@/lib/domain/money/arithmetic';
import { minor, type Money } from '@/lib/domain/money/money';
import type { ListingRow } from '@/lib/queries/list-listings';

/** How many prices are changed at once. */
export type PriceChange =
  | { readonly kind: 'set'; readonly to: Money }
  /** Up or down by so much. */
  | { readonly kind: 'by'; readonly amount: Money }
  /** Up or down by so many basis points of the present price. */
  | { readonly kind: 'percent'; readonly basisPoints: number }
  /** So much below the lowest ask; zero matches it. */
  | { readonly kind: 'below-ask'; readonly by: Money }
  | { readonly kind: 'above-floor'; readonly by: Money };

export type NewPrice =
  | { readonly kind: 'price'; readonly price: Money }
  /** Why there is none. `is-lowest`: nobody asks less, so there is nothing to go below. */
  | { readonly kind: 'none'; readonly why: 'no-ask' | 'is-lowest' | 'no-floor' | 'too-low' | 'currency' };

type Subject = Pick<ListingRow, 'floor' | 'market' | 'above'> & {
  readonly listing: Pick<ListingRow['listing'], 'price'>;
  /** The lowest live ask of the seller's other pairs of the same variant; null: none. */
  readonly ownLowest: Money | null;
};

/**
 * The price a change gives a listing, in whole units: up to the next one, since a price must not come out below what was
 * asked for; only what goes below an ask goes down.
 *
 * @example $120 by −5 %: $114; $119 by −5 % ($113.05): $114; lowest ask $97, $1 below: $96; floor $75 and $10 more: $85
 */
export function newPrice(change: PriceChange, subject: Subject): NewPrice {
  const raw = rawPrice(change, subject);
  if (typeof raw === 'string') return { kind: 'none', why: raw };
  if (raw.currency !== subject.listing.price.currency) return { kind: 'none', why: 'currency' };
  const price = change.kind === 'below-ask' ? roundDown(raw) : roundUpToWholeUnits(raw);
  return price.minor > 0 ? { kind: 'price', price } : { kind: 'none', why: 'too-low' };
}

function rawPrice(
  change: PriceChange,
  { listing, market, floor, above, ownLowest }: Subject,
): Money | 'no-ask' | 'is-lowest' | 'no-floor' | 'currency' {
  switch (change.kind) {
    case 'set':
      return change.to;
    case 'by':
      return together(listing.price, change.amount);
    case 'percent':
      return scale(listing.price, BASIS_POINTS + change.basisPoints, BASIS_POINTS, 'ceiling');
    case 'below-ask':
      if (market.lowestAsk === null) return 'no-ask';
      // The lowest ask may be this very listing: alias names no seller. Nobody undercuts himself.
      if (above !== null && above.minor <= 0) return 'is-lowest';
      if (isOwn(market.lowestAsk, ownLowest)) return ownLowest;
      return together(market.lowestAsk, { ...change.by, minor: minor(-change.by.minor) });
    case 'above-floor':
      return floor.kind === 'known' ? together(floor.floor, change.by) : 'no-floor';
  }
}

/** An ask that another own listing explains is matched, not undercut. */
function isOwn(lowestAsk: Money, ownLowest: Money | null): ownLowest is Money {
  return ownLowest !== null && ownLowest.currency === lowestAsk.currency && ownLowest.minor <= lowestAsk.minor;
}

function together(a: Money, b: Money): Money | 'currency' {
  return a.currency === b.currency ? add(a, b) : 'currency';
}

function roundDown(amount: Money): Money {
  const unit = minorPerUnit(amount.currency);
  return { minor: minor(Math.floor(amount.minor / unit) * unit), currency: amount.currency };
}
