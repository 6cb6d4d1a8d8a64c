import { ratioInBasisPoints, subtract } from '../money/arithmetic';
import type { Money } from '../money/money';

/** How far a price lies from another one. */
export interface PriceDifference {
  /** Above zero: the price is higher. */
  readonly amount: Money;
  /** Of the other one; null when that is nothing. */
  readonly basisPoints: number | null;
}

/**
 * A price held against another: an own listing against the lowest ask, a last sale against retail.
 *
 * @returns null when one is not known, or they are in two currencies
 * @example $112 against an ask of $98: +$14.00 and 1429 (+14.29 %)
 */
export function priceDifference(price: Money | null, other: Money | null): PriceDifference | null {
  if (price === null || other === null || price.currency !== other.currency) return null;
  const amount = subtract(price, other);
  return { amount, basisPoints: ratioInBasisPoints(amount, other, 'half-even') };
}
