import { BASIS_POINTS, subtract } from '../money/arithmetic';
import { minor, type Money } from '../money/money';
import { divideRounded } from '../money/rounding';
import { commissionOf, sellerFeeOf, type FeeProfile, type FeeSchedule, type MissingFee } from './fee-schedule';

/** What a price brings, each line of it. `price − commission − sellerFee = payout` and `payout − cashOut = net`, to the cent. */
export interface KnownNet {
  readonly kind: 'known';
  readonly price: Money;
  readonly commission: Money;
  readonly sellerFee: Money;
  /** What the marketplace credits. */
  readonly payout: Money;
  /** What goes when the payout is withdrawn. */
  readonly cashOut: Money;
  /** What arrives. */
  readonly net: Money;
}

export interface UnknownNet {
  readonly kind: 'unknown';
  readonly missing: readonly MissingFee[];
}

export type NetEstimate = KnownNet | UnknownNet;

/**
 * Estimates what remains of a price after the marketplace's fees:
 * `payout = price − commission − seller fee`, `net = payout × (1 − cash-out)`.
 *
 * Payout and net are exact until rounded half-up to the cent, net from the unrounded payout; commission and cash-out are
 * what lies between, so that the lines add up. Nothing is withdrawn of a payout below zero.
 *
 * @example US, prepaid ($5), rating 90, $97.00: commission $9.21, payout $82.79 (82.785), cash-out $2.41, net $80.38
 * @throws {RangeError} when the price is not in the schedule's currency
 */
export function estimateNet(price: Money, schedule: FeeSchedule | null, profile: FeeProfile): NetEstimate {
  const fees = resolveFees(schedule, profile);
  if (fees.kind === 'unknown') return fees;
  return netOf(price, fees);
}

/** The fees of one seller, ready to be applied to many prices. */
export interface ResolvedFees {
  readonly kind: 'resolved';
  readonly commissionBasisPoints: number;
  readonly sellerFee: Money;
  readonly cashOutBasisPoints: number;
}

/**
 * The fees of a seller by a schedule, worked out once for many prices.
 *
 * @returns `unknown` with what is missing: of the profile, or of the schedule for such a seller
 */
export function resolveFees(schedule: FeeSchedule | null, profile: FeeProfile): ResolvedFees | UnknownNet {
  const { rating, country } = profile;
  if (schedule === null || rating === null || country === null) {
    const missing: MissingFee[] = [];
    if (schedule === null) missing.push('fee-schedule');
    if (rating === null) missing.push('rating');
    if (country === null) missing.push('country');
    return { kind: 'unknown', missing };
  }
  const commission = commissionOf(schedule, rating, country);
  const sellerFee = sellerFeeOf(schedule, country, profile.method);
  if (commission !== null && sellerFee !== null) {
    const cashOut = profile.withdraws ? schedule.cashOutBasisPoints : 0;
    return { kind: 'resolved', commissionBasisPoints: commission, sellerFee, cashOutBasisPoints: cashOut };
  }
  const missing: MissingFee[] = [];
  if (commission === null) missing.push('commission');
  if (sellerFee === null) missing.push('seller-fee');
  return { kind: 'unknown', missing };
}

/** @throws {RangeError} when the price is not in the fees' currency */
export function netOf(price: Money, fees: ResolvedFees): KnownNet {
  const { sellerFee } = fees;
  const unit = BigInt(BASIS_POINTS);
  const afterCommission = BigInt(price.minor) * (unit - BigInt(fees.commissionBasisPoints));
  const exactPayout = afterCommission - BigInt(sellerFee.minor) * unit;
  const kept = unit - BigInt(exactPayout > 0n ? fees.cashOutBasisPoints : 0);
  const payout = rounded(exactPayout, unit, price);
  const net = rounded(exactPayout * kept, unit * unit, price);
  const commission = subtract(subtract(price, sellerFee), payout);
  return { kind: 'known', price, commission, sellerFee, payout, cashOut: subtract(payout, net), net };
}

function rounded(numerator: bigint, denominator: bigint, like: Money): Money {
  return { minor: minor(Number(divideRounded(numerator, denominator, 'half-up'))), currency: like.currency };
}
