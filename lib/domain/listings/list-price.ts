import { breakEvenPrice, floorPrice, type MissingFloorInput } from '../fees/floor-price';
import { add, minorPerUnit, roundUpToWholeUnits, subtract } from '../money/arithmetic';
import { minor, type Money } from '../money/money';
import type { ListingSubject } from './listing-subject';

/** How many listings are given their price in one go. */
export type PriceStrategy =
  /** So much below the lowest ask; zero matches it. */
  | { readonly kind: 'below-ask'; readonly by: Money }
  /** The smallest price that brings so much after all fees. */
  | { readonly kind: 'net'; readonly amount: Money }
  /** So much above the floor. */
  | { readonly kind: 'floor-plus'; readonly amount: Money }
  /** The smallest price that returns such a share of the cost, in basis points (1500 is 15 %). */
  | { readonly kind: 'roi'; readonly basisPoints: number };

export type ListPrice =
  | {
      readonly kind: 'price';
      readonly price: Money;
      /** The lowest ask is one of the seller's own: it is matched, never undercut. */
      readonly ownAsk: boolean;
    }
  | { readonly kind: 'none'; readonly missing: readonly MissingPriceInput[] };

/** What keeps a strategy from a price. `room`: nothing is left below the ask; `currency`: amounts that cannot be added. */
type MissingPriceInput = MissingFloorInput | 'lowest-ask' | 'room' | 'currency';

/** What a strategy looks at. */
export type PricedSubject = Pick<ListingSubject, 'lowestAsk' | 'ownLowest' | 'floor' | 'basis'>;

/**
 * The price a strategy gives a pair, in whole units; or what would have to be known for it.
 *
 * It is not bent to the floor or the offers: `preflight` says where it runs into them, and the person decides.
 *
 * @example lowest ask $97, `below-ask` by $1: $96; when that ask is the seller's own: $97
 * @example US, prepaid, rating 90, `net` of $100: $120, since $119 nets $99.72 and $120 nets $100.60
 */
export function listPrice(strategy: PriceStrategy, subject: PricedSubject): ListPrice {
  switch (strategy.kind) {
    case 'below-ask':
      return belowAsk(strategy.by, subject);
    case 'net':
      // What a net must reach is what a pair would have to have cost to break even.
      return answer(breakEvenPrice({ ...subject.basis, cost: strategy.amount, otherCosts: null }));
    case 'floor-plus':
      return floorPlus(strategy.amount, subject);
    case 'roi': {
      const bounds = { ownMinimum: null, catalogueMinimum: null };
      const target = { kind: 'roi', basisPoints: strategy.basisPoints } as const;
      const floor = floorPrice({ ...subject.basis, ...bounds, target });
      return answer(floor.kind === 'known' ? { kind: 'known', price: floor.targetPrice } : floor);
    }
  }
}

function belowAsk(by: Money, { lowestAsk, ownLowest }: PricedSubject): ListPrice {
  if (lowestAsk === null) return { kind: 'none', missing: ['lowest-ask'] };
  if (by.currency !== lowestAsk.currency) return { kind: 'none', missing: ['currency'] };
  const ownAsk = ownLowest?.currency === lowestAsk.currency && ownLowest.minor <= lowestAsk.minor;
  const price = roundDownToWholeUnits(ownAsk ? ownLowest : subtract(lowestAsk, by));
  return price.minor > 0 ? { kind: 'price', price, ownAsk } : { kind: 'none', missing: ['room'] };
}

function floorPlus(amount: Money, { floor }: PricedSubject): ListPrice {
  if (floor.kind === 'unknown') return answer(floor);
  if (amount.currency !== floor.floor.currency) return { kind: 'none', missing: ['currency'] };
  return { kind: 'price', price: roundUpToWholeUnits(add(floor.floor, amount)), ownAsk: false };
}

function answer(found: ReturnType<typeof breakEvenPrice>): ListPrice {
  if (found.kind === 'unknown') return { kind: 'none', missing: found.missing };
  return { kind: 'price', price: found.price, ownAsk: false };
}

/** The next whole unit at or below: what undercuts must not be rounded up to the ask again. */
function roundDownToWholeUnits(amount: Money): Money {
  const unit = minorPerUnit(amount.currency);
  return { minor: minor(Math.floor(amount.minor / unit) * unit), currency: amount.currency };
}
