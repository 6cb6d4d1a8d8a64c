import type { CommissionTier, FeeSchedule } from './fee-schedule';

/** The steps of the commission for sellers of a country, best rating first. */
export function commissionTiers(schedule: FeeSchedule, country: string): readonly CommissionTier[] {
  const tiers = schedule.commissionByCountry[country] ?? schedule.commission;
  return tiers.toSorted((a, b) => b.minimumRating - a.minimumRating);
}
