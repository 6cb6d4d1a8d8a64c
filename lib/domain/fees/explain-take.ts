import { BASIS_POINTS } from '../money/arithmetic';
import { money, type Money } from '../money/money';
import type { ResolvedFees } from './estimate-net';

/** What a take is made of. `commission + sellerFee` is price less payout, to the cent. */
export interface ExplainedTake {
  readonly commission: Money;
  readonly sellerFee: Money;
}

/**
 * What a marketplace took of a price, told by the seller's fees where these come to the payout to the cent; null where
 * they do not, since anything else would be a guess. Where they leave exactly half a cent, the marketplace may round it
 * up or down: both are to the cent, and the commission is what was taken besides the seller fee.
 *
 * @example US, prepaid ($5), rating 90: $120.00 leaves $103.60, so that payout is $11.40 commission and $5.00 seller fee
 * @example $97.00 leaves $82.785: a payout of $82.79 is $9.21 and $5.00, one of $82.78 is $9.22 and $5.00; $82.80 is null
 */
export function explainTake(price: Money, payout: Money, fees: ResolvedFees): ExplainedTake | null {
  const { commissionBasisPoints, sellerFee } = fees;
  const { currency } = price;
  if (payout.currency !== currency || sellerFee.currency !== currency) return null;
  // In ten-thousandths of a cent: whole numbers, exact as long as the largest of them is.
  const whole = Math.max(Math.abs(price.minor), Math.abs(payout.minor)) * BASIS_POINTS;
  if (!Number.isSafeInteger(2 * whole)) return null;
  const left = price.minor * (BASIS_POINTS - commissionBasisPoints) - sellerFee.minor * BASIS_POINTS;
  const off = left - payout.minor * BASIS_POINTS;
  if (Math.abs(off) * 2 > BASIS_POINTS) return null;
  return { commission: money(price.minor - payout.minor - sellerFee.minor, currency), sellerFee };
}
