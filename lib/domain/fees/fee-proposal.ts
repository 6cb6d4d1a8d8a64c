import { money, type Money } from '../money/money';
import type { Instant } from '../time/instant';
import { resolveFees } from './estimate-net';
import type { FeeProfile, FeeSchedule } from './fee-schedule';
import { explains, type FittedFees, type Taking } from './fit-fees';

/**
 * A correction of what is estimated, for the seller to take or leave: another profile under the fee table that is known,
 * or fees of their own from a day on.
 */
export type FeeProposal =
  | { readonly kind: 'profile'; readonly profile: FeeProfile; readonly explained: number; readonly orders: number }
  | {
      readonly kind: 'schedule';
      readonly validFrom: Instant;
      readonly basisPoints: number;
      readonly fixed: Money;
      readonly explained: number;
      readonly orders: number;
    };

interface Question {
  readonly orders: readonly Taking[];
  /** When the first of them was sold. */
  readonly since: Instant;
  readonly fit: { readonly basisPoints: number; readonly fixed: Money; readonly explained: number } | null;
  readonly profile: FeeProfile;
  readonly schedule: FeeSchedule;
}

/** At least so many of a hundred orders have to be explained to the cent. */
const AGREEING = 80;

/**
 * The smallest change that explains the orders: another rating, then the other way of sending, then both, then another
 * country; where none of them does, fees of their own. Null when not even those explain enough.
 */
export function proposeFees({ orders, since, fit, profile, schedule }: Question): FeeProposal | null {
  for (const candidate of profilesNear(profile, schedule)) {
    const fees = resolveFees(schedule, candidate);
    if (fees.kind === 'unknown') continue;
    const explained = countOf(orders, { basisPoints: fees.commissionBasisPoints, fixed: fees.sellerFee.minor });
    if (isEnough(explained, orders)) return { kind: 'profile', profile: candidate, explained, orders: orders.length };
  }
  if (fit === null || fit.fixed.minor < 0 || profile.country === null || profile.rating === null) return null;
  const explained = countOf(orders, { basisPoints: fit.basisPoints, fixed: fit.fixed.minor });
  if (!isEnough(explained, orders)) return null;
  const { basisPoints, fixed } = fit;
  return { kind: 'schedule', validFrom: since, basisPoints, fixed, explained, orders: orders.length };
}

function countOf(orders: readonly Taking[], fees: Omit<FittedFees, 'explained'>): number {
  return orders.filter((order) => explains(fees, order)).length;
}

function isEnough(explained: number, orders: readonly Taking[]): boolean {
  return explained * 100 >= orders.length * AGREEING;
}

/** Those that change least first; the rating of each step is the lowest one that reaches it. */
function* profilesNear(profile: FeeProfile, schedule: FeeSchedule): Generator<FeeProfile> {
  const ratings = schedule.commission.map(({ minimumRating }) => minimumRating).toSorted((a, b) => b - a);
  const other = profile.method === 'prepaid' ? 'drop-off' : 'prepaid';
  for (const rating of ratings) yield { ...profile, rating };
  yield { ...profile, method: other };
  for (const rating of ratings) yield { ...profile, method: other, rating };
  for (const { country } of schedule.sellerFees) {
    if (country === '*' || country === profile.country) continue;
    yield { ...profile, country };
    yield { ...profile, country, method: other };
  }
}

/**
 * A fee table with other fees for one seller: the step of their rating in their country and their way of sending. The rest
 * stays as it was.
 *
 * @example 9.5 % and $5 found for a rating of 75 in GB, prepaid: only that step and that fee of GB change
 */
export function correctedSchedule(
  schedule: FeeSchedule,
  profile: FeeProfile & { readonly country: string; readonly rating: number },
  correction: {
    readonly validFrom: Instant;
    readonly basisPoints: number;
    readonly fixed: Money;
    readonly source: string;
  },
): FeeSchedule {
  const { country, rating, method } = profile;
  const { validFrom, basisPoints, fixed, source } = correction;
  const tiers = schedule.commissionByCountry[country] ?? schedule.commission;
  const reached = Math.max(...tiers.map(({ minimumRating }) => minimumRating).filter((from) => from <= rating), 0);
  const others = tiers.filter(({ minimumRating }) => minimumRating !== reached);
  const fees = schedule.sellerFees;
  const known = fees.find((fee) => fee.country === country) ?? fees.find((fee) => fee.country === '*');
  const fee = { country, dropOff: known?.dropOff ?? null, prepaid: known?.prepaid ?? null };
  const amount = money(fixed.minor, fixed.currency);
  return {
    ...schedule,
    validFrom,
    source,
    commissionByCountry: {
      ...schedule.commissionByCountry,
      [country]: [...others, { minimumRating: reached, basisPoints }],
    },
    sellerFees: [
      ...fees.filter((each) => each.country !== country),
      method === 'drop-off' ? { ...fee, dropOff: amount } : { ...fee, prepaid: amount },
    ],
  };
}
