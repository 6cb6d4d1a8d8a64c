import { BASIS_POINTS, minorPerUnit } from '../money/arithmetic';
import { convert, type FxRate } from '../money/fx';
import type { Money } from '../money/money';
import { divideRounded } from '../money/rounding';
import type { Instant } from '../time/instant';

/** Whose rate it is: what the bank truly paid. */
export const BANK_SOURCE = 'bank statement';

/**
 * The rate at which money arrived in another currency; null when it is the same currency, or nothing came.
 *
 * @example $100.00 that arrived as £79.12 is $1 = £0.7912
 */
export function impliedRate(sent: Money, arrived: Money, asOf: Instant): FxRate | null {
  if (sent.currency === arrived.currency || sent.minor <= 0 || arrived.minor <= 0) return null;
  const up = BigInt(arrived.minor) * BigInt(minorPerUnit(sent.currency)) * 100_000_000n;
  const down = BigInt(sent.minor) * BigInt(minorPerUnit(arrived.currency));
  const rateE8 = Number(divideRounded(up, down, 'half-even'));
  if (rateE8 <= 0 || !Number.isSafeInteger(rateE8)) return null;
  return { base: sent.currency, quote: arrived.currency, rateE8, asOf, source: BANK_SOURCE };
}

/**
 * How far what arrived is from what a stored rate says, in basis points of that; null where the rate does not join them.
 *
 * @example at $1 = £0.80, $100 that arrived as £79.60 is 50 basis points off
 */
export function offByRate(sent: Money, arrived: Money, rate: FxRate | null): number | null {
  if (rate === null) return null;
  const joins =
    (rate.base === sent.currency && rate.quote === arrived.currency) ||
    (rate.quote === sent.currency && rate.base === arrived.currency);
  if (!joins) return null;
  const expected = convert(sent, rate, 'half-even').minor;
  if (expected <= 0) return null;
  const apart = BigInt(Math.abs(arrived.minor - expected)) * BigInt(BASIS_POINTS);
  return Number(divideRounded(apart, BigInt(expected), 'ceiling'));
}
