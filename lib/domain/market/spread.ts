import { ratioInBasisPoints, subtract } from '../money/arithmetic';
import type { Money } from '../money/money';
import type { MarketQuote } from './quote';

/** What lies between the lowest ask and the highest offer. */
export interface Spread {
  /** Below zero where somebody offers more than the lowest ask, which alias lets stand. */
  readonly amount: Money;
  /** Of the ask. */
  readonly basisPoints: number;
}

/**
 * Lowest ask less highest offer, in money and as a share of the ask.
 *
 * @returns null while one of the two is missing, or they are in two currencies
 * @example ask $98, offer $84: $14.00 and 1429 (14.29 %)
 */
export function spreadOf(figures: Pick<MarketQuote, 'lowestAsk' | 'highestOffer'>): Spread | null {
  const { lowestAsk: ask, highestOffer: offer } = figures;
  if (ask === null || offer === null || ask.currency !== offer.currency) return null;
  const amount = subtract(ask, offer);
  const basisPoints = ratioInBasisPoints(amount, ask, 'half-even');
  return basisPoints === null ? null : { amount, basisPoints };
}
