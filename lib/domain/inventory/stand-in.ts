import type { Pair } from './pair';

/** Made for an order whose listing's pair was taken, and untouched by the seller since. */
export function isStandIn(pair: Pair): boolean {
  const { origin, goatListingId, cost, otherCosts, ledgerRef, note, deletedAt } = pair;
  const isBare = cost === null && otherCosts === null && ledgerRef === null && note === '';
  return origin === 'order' && goatListingId === null && isBare && deletedAt === null;
}
