import type { MarketplaceId } from '../listings/listing';
import type { CurrencyCode } from '../money/currency';
import type { Money } from '../money/money';
import type { Instant } from '../time/instant';

/** Commission from a seller rating upward, in basis points of the price. */
export interface CommissionTier {
  readonly minimumRating: number;
  readonly basisPoints: number;
}

/** The fixed fee of a seller in one country; null where that way of sending is not offered or its fee is not known. */
export interface SellerFee {
  /** ISO 3166 code (`GB`), or `*` for every country that is not named. */
  readonly country: string;
  readonly dropOff: Money | null;
  readonly prepaid: Money | null;
}

/**
 * What a marketplace takes, from a day on. Plain data that the seller may edit: a fee is never a constant in code.
 */
export interface FeeSchedule {
  readonly marketplace: MarketplaceId;
  readonly validFrom: Instant;
  /** Where the numbers come from, for the person who wonders. */
  readonly source: string;
  readonly currency: CurrencyCode;
  readonly commission: readonly CommissionTier[];
  /** Countries with tiers of their own. */
  readonly commissionByCountry: Readonly<Record<string, readonly CommissionTier[]>>;
  readonly sellerFees: readonly SellerFee[];
  /** Share of the payout that goes when it is withdrawn. */
  readonly cashOutBasisPoints: number;
}

/** What the fees of one seller depend on. Unknown is null, and then the fee is unknown too. */
export interface FeeProfile {
  /** Seller rating, 0 to 100. */
  readonly rating: number | null;
  /** ISO 3166 code of the country the pairs are sent from. */
  readonly country: string | null;
  readonly method: 'drop-off' | 'prepaid';
  /** Earnings are withdrawn, so cash-out applies; false for a seller who leaves them as credit. */
  readonly withdraws: boolean;
}

/** What is missing to tell a fee. */
export type MissingFee = 'fee-schedule' | 'rating' | 'country' | 'commission' | 'seller-fee';

/** The schedule in force at a moment: the latest that had begun; null before the first. */
export function feesFor(schedules: readonly FeeSchedule[], at: Instant): FeeSchedule | null {
  let inForce: FeeSchedule | null = null;
  for (const schedule of schedules) {
    if (schedule.validFrom > at) continue;
    if (inForce === null || schedule.validFrom > inForce.validFrom) inForce = schedule;
  }
  return inForce;
}

/** Commission in basis points for this seller; null when the schedule does not tell it. */
export function commissionOf(schedule: FeeSchedule, rating: number, country: string): number | null {
  const tiers = schedule.commissionByCountry[country] ?? schedule.commission;
  const reached = tiers.filter((tier) => rating >= tier.minimumRating);
  return reached.toSorted((a, b) => b.minimumRating - a.minimumRating)[0]?.basisPoints ?? null;
}

/** The fixed fee for this seller; null when the schedule does not tell it. */
export function sellerFeeOf(schedule: FeeSchedule, country: string, method: FeeProfile['method']): Money | null {
  const fees = schedule.sellerFees;
  const fee = fees.find((each) => each.country === country) ?? fees.find((each) => each.country === '*');
  return (method === 'drop-off' ? fee?.dropOff : fee?.prepaid) ?? null;
}
