import { commissionOf, type FeeProfile, type FeeSchedule } from '../fees/fee-schedule';
import type { MarketplaceId } from '../listings/listing';
import { money, type Money } from '../money/money';
import { instant, type Instant } from '../time/instant';

/** What a marketplace does to a seller who lets an order run out, from a day on. */
export interface LateTerms {
  readonly marketplace: MarketplaceId;
  readonly validFrom: Instant;
  readonly source: string;
  readonly charge: Money;
  /** Points the seller rating loses. */
  readonly ratingPoints: number;
}

/** Dated, so that a change of terms is a new line and never rewrites what held before. Source: what-sellers-want.md S1, S3. */
export const ALIAS_LATE_TERMS: readonly LateTerms[] = [
  {
    marketplace: 'alias',
    validFrom: instant(Date.UTC(2024, 4, 10)),
    source: 'alias.org/fees of 10 May 2024; support.goat.com 360015995891',
    charge: money(1000, 'USD'),
    ratingPoints: 10,
  },
];

export interface LateCost {
  readonly charge: Money;
  readonly ratingPoints: number;
  /** Commission now and after the loss of points, in basis points; null where it would stay or is not known. */
  readonly commission: { readonly now: number; readonly after: number } | null;
  readonly source: string;
}

/**
 * What one more late order would cost this seller; null before the first known terms.
 *
 * @example rating 92: $10, 10 points, and commission from 950 (9.5 %) to 1500 (15 %), since 82 is below 90
 */
export function lateCost(
  terms: readonly LateTerms[],
  schedule: FeeSchedule | null,
  { rating, country }: Pick<FeeProfile, 'rating' | 'country'>,
  at: Instant,
): LateCost | null {
  const inForce = terms.findLast(({ validFrom }) => validFrom <= at);
  if (inForce === undefined) return null;
  const { charge, ratingPoints, source } = inForce;
  const known = schedule !== null && rating !== null && country !== null;
  const now = known ? commissionOf(schedule, rating, country) : null;
  const after = known ? commissionOf(schedule, Math.max(0, rating - ratingPoints), country) : null;
  const steps = now !== null && after !== null && after !== now;
  return { charge, ratingPoints, commission: steps ? { now, after } : null, source };
}
