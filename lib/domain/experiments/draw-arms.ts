import type { Money } from '../money/money';

/** A listing that may take part, and what makes it alike to others. */
export interface Candidate {
  readonly listingId: string;
  /** Model and size: listings of the same kind are told apart by their arm alone. */
  readonly kind: string;
  readonly price: Money;
}

export interface Member {
  readonly listingId: string;
  /** Index of the arm. */
  readonly arm: number;
}

/**
 * Puts listings into arms by chance, within matched blocks: sorted by kind and price, each block of as many neighbours as
 * there are arms gets every arm once. So the arms hold alike listings, and their number differs by nothing. Listings that
 * are left over at the end have no match and stay out.
 *
 * @param next chance, 0 inclusive to 1 exclusive: given, so that a draw can be repeated
 * @example five listings and two arms: two blocks, two in each arm, one left out
 */
export function drawArms(candidates: readonly Candidate[], arms: number, next: () => number): readonly Member[] {
  const sorted = candidates.toSorted(byKindAndPrice);
  const members: Member[] = [];
  for (let from = 0; from + arms <= sorted.length; from += arms) {
    const order = shuffled(arms, next);
    const block = sorted.slice(from, from + arms);
    members.push(...block.map(({ listingId }, nth) => ({ listingId, arm: order[nth] ?? 0 })));
  }
  return members;
}

function byKindAndPrice(a: Candidate, b: Candidate): number {
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  return a.price.minor - b.price.minor || (a.listingId < b.listingId ? -1 : 1);
}

/** 0 to count - 1 in an order of chance: each order is as likely as any other. */
function shuffled(count: number, next: () => number): readonly number[] {
  const order = Array.from({ length: count }, (_, nth) => nth);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
