import { commissionOf, feesFor, sellerFeeOf, type FeeProfile, type FeeSchedule } from '@/lib/domain/fees/fee-schedule';
import type { Money } from '@/lib/domain/money/money';
import type { Instant } from '@/lib/domain/time/instant';

/** One dated fee table, as this seller would pay by it; unknown is null. */
export interface FeeLine {
  readonly validFrom: Instant;
  readonly source: string;
  readonly isInForce: boolean;
  /** Basis points of the price. */
  readonly commission: number | null;
  readonly sellerFee: Money | null;
  /** Basis points of the payout; 0 for a seller who does not withdraw. */
  readonly cashOut: number;
}

/**
 * The fee tables that are known, newest first, each read for this seller.
 *
 * @example rating 90 in GB, prepaid: from 10 May 2024 on 950 basis points, $5 and 290 basis points
 */
export function feeLines(schedules: readonly FeeSchedule[], profile: FeeProfile, now: Instant): readonly FeeLine[] {
  const inForce = feesFor(schedules, now);
  const { rating, country, method, withdraws } = profile;
  return schedules
    .toSorted((a, b) => b.validFrom - a.validFrom)
    .map((schedule) => ({
      validFrom: schedule.validFrom,
      source: schedule.source,
      isInForce: schedule === inForce,
      commission: rating === null || country === null ? null : commissionOf(schedule, rating, country),
      sellerFee: country === null ? null : sellerFeeOf(schedule, country, method),
      cashOut: withdraws ? schedule.cashOutBasisPoints : 0,
    }));
}
