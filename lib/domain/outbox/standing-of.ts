import type { ListingFacts } from '../listings/listing';
import type { Money } from '../money/money';

/** What is wanted of a listing that exists. */
export type Wish =
  | { readonly kind: 'listing/price'; readonly from: Money; readonly to: Money }
  | { readonly kind: 'listing/activate' }
  | { readonly kind: 'listing/deactivate' }
  | { readonly kind: 'listing/delete' };

/**
 * What a listing, read back, says of a wish: `done`; `not-done`, it is as it was before; `changed`, it is neither; `gone`,
 * it was sold or deleted.
 */
export type Standing = 'done' | 'not-done' | 'changed' | 'gone';

/**
 * Told by the values alone, never by who changed them: when a browser delivers a request twice, only the second answer
 * is seen, and it says "refused" although the first did the work.
 *
 * @example $120 to $115 wanted: a listing at $115 is `done`, at $120 `not-done`, at $110 `changed`
 */
export function standingOf(wish: Wish, listing: Pick<ListingFacts, 'price' | 'status'>): Standing {
  const { price, status } = listing;
  switch (wish.kind) {
    case 'listing/price':
      // A price that met an offer sells at once: that is what it was for.
      if (same(price, wish.to) && status !== 'deleted') return 'done';
      if (isOver(status)) return 'gone';
      return same(price, wish.from) ? 'not-done' : 'changed';
    case 'listing/activate':
      if (status === 'active' || status === 'sold') return 'done';
      return status === 'deleted' ? 'gone' : 'not-done';
    case 'listing/deactivate':
      if (status === 'inactive' || status === 'pending') return 'done';
      return isOver(status) ? 'gone' : 'not-done';
    case 'listing/delete':
      if (status === 'deleted') return 'done';
      return status === 'sold' ? 'gone' : 'not-done';
  }
}

function isOver(status: ListingFacts['status']): boolean {
  return status === 'deleted' || status === 'sold';
}

function same(a: Money, b: Money): boolean {
  return a.minor === b.minor && a.currency === b.currency;
}
