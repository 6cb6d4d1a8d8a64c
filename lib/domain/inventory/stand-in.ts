import type { Pair } from './pair';

/** Made for an order whose listing's pair was taken, and untouched by the seller since. */
export function isStandIn(pair: Pair): boolean {
  const { origin, goatListingId, cost, otherCosts, ledgerRef, note, tags, location, supplier, boughtAt, deletedAt } =
    pair;
  const isUnpaid = cost === null && otherCosts === null && ledgerRef === null && supplier === null && boughtAt === null;
  const isBare = isUnpaid && note === '' && tags.length === 0 && location === null;
  return origin === 'order' && goatListingId === null && isBare && deletedAt === null;
}
