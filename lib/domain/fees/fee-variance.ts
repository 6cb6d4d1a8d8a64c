import { subtract, sum } from '../money/arithmetic';
import { money, type Money } from '../money/money';
import type { Instant } from '../time/instant';
import { netOf, resolveFees } from './estimate-net';
import { feesFor, type FeeProfile, type FeeSchedule } from './fee-schedule';
import { proposeFees, type FeeProposal } from './fee-proposal';
import { explains, fitFees, type FittedFees, type Taking } from './fit-fees';

/** An order that was settled: what it was sold for and what the marketplace credited. */
export interface SettledOrder {
  readonly id: string;
  readonly soldAt: Instant;
  readonly price: Money;
  readonly payout: Money;
}

/** Orders in a row that one commission and one fixed fee explain. */
export interface FeeStretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly orders: number;
  /** What the fee table in force then says; null: it does not tell the seller's fees. */
  readonly estimated: { readonly basisPoints: number; readonly fixed: Money } | null;
  /** What the orders say; null: too few, or all of one price. */
  readonly found: (Omit<FittedFees, 'fixed'> & { readonly fixed: Money }) | null;
  /** Orders that took something else than was estimated. */
  readonly deviating: readonly string[];
}

export interface FeeVariance {
  /** Settled orders that were compared. */
  readonly orders: number;
  /** Those whose take could not be estimated, so that nothing was compared. */
  readonly withoutEstimate: number;
  /** Those that took something else than was estimated. */
  readonly deviating: number;
  /** Taken beyond what was estimated, of all that were compared; below zero: less was taken. */
  readonly difference: Money;
  /** Oldest first. */
  readonly stretches: readonly FeeStretch[];
  /** A correction that explains the newest orders; null: none is needed, or the orders do not agree. */
  readonly proposal: FeeProposal | null;
}

/** So many orders have to agree before anything is said of them. */
const FEWEST = 5;

/** At least so many of a hundred orders have to be explained to the cent. */
const AGREEING = 80;

/**
 * Compares what settled orders took (price less payout) with what the fee tables estimate for this seller, month by
 * month, and finds out which commission and fixed fee were really taken. Proposes; changes nothing.
 *
 * @param orders of one marketplace; those in another currency than its fee tables are left out
 * @param monthOf the month an order belongs to on the seller's calendar
 * @example estimated 9.5 % and $5; eight orders of November took 15 % and $5: all deviate, and a rating of 70 explains them
 */
export function feeVariance(
  orders: readonly SettledOrder[],
  schedules: readonly FeeSchedule[],
  profile: FeeProfile,
  monthOf: (at: Instant) => string,
): FeeVariance {
  const currency = schedules[0]?.currency ?? 'USD';
  const own = orders.filter(({ price, payout }) => price.currency === currency && payout.currency === currency);
  const sorted = own.toSorted((a, b) => a.soldAt - b.soldAt || (a.id < b.id ? -1 : 1));
  const groups = joined(byMonth(sorted, schedules, monthOf), profile);
  const stretches = groups.map((group) => stretchOf(group, profile));
  const compared = groups.flatMap((group) => group.orders.flatMap((order) => beyond(order, group.schedule, profile)));
  const newest = groups.at(-1);
  const last = stretches.at(-1);
  return {
    orders: sorted.length,
    withoutEstimate: sorted.length - compared.length,
    deviating: stretches.reduce((count, { deviating }) => count + deviating.length, 0),
    difference: sum(compared, currency),
    stretches,
    proposal:
      newest?.schedule == null || last === undefined || !isSure(last) || newest.schedule !== schedules.at(-1)
        ? null
        : proposeFees({
            orders: newest.takings,
            since: last.from,
            fit: last.found,
            profile,
            schedule: newest.schedule,
          }),
  };
}

interface Group {
  readonly schedule: FeeSchedule | null;
  readonly orders: readonly SettledOrder[];
  /** What each of them took, in the same order. */
  readonly takings: readonly Taking[];
}

/** A month in which the fee table changed is two. */
function byMonth(
  sorted: readonly SettledOrder[],
  schedules: readonly FeeSchedule[],
  monthOf: (at: Instant) => string,
): readonly Group[] {
  const groups = new Map<string, { schedule: FeeSchedule | null; orders: SettledOrder[]; takings: Taking[] }>();
  for (const order of sorted) {
    const schedule = feesFor(schedules, order.soldAt);
    const key = `${monthOf(order.soldAt)}@${schedule?.validFrom ?? ''}`;
    const group = groups.get(key) ?? { schedule, orders: [], takings: [] };
    group.orders.push(order);
    group.takings.push(takingOf(order));
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Months that the same fees explain, or that are too small to say anything, are one. */
function joined(groups: readonly Group[], profile: FeeProfile): readonly Group[] {
  const whole: Group[] = [];
  for (const group of groups) {
    const before = whole.at(-1);
    if (before !== undefined && before.schedule === group.schedule && agree(before, group, profile))
      whole[whole.length - 1] = {
        schedule: group.schedule,
        orders: [...before.orders, ...group.orders],
        takings: [...before.takings, ...group.takings],
      };
    else whole.push(group);
  }
  return whole;
}

/** The estimate is asked first: as long as it holds, nothing has to be found out. */
function agree(before: Group, group: Group, profile: FeeProfile): boolean {
  const fits = [() => estimateOf(group.schedule, profile), () => fitOf(group), () => fitOf(before)];
  return fits.some((read) => {
    const fit = read();
    return fit !== null && areExplained(before, fit) && areExplained(group, fit);
  });
}

function areExplained({ takings }: Group, fit: Omit<FittedFees, 'explained'>): boolean {
  return countExplained(takings, fit) * 100 >= takings.length * AGREEING;
}

function countExplained(takings: readonly Taking[], fit: Omit<FittedFees, 'explained'>): number {
  return takings.reduce((count, taking) => (explains(fit, taking) ? count + 1 : count), 0);
}

function fitOf({ takings }: Group): FittedFees | null {
  return fitFees(takings);
}

function stretchOf(group: Group, profile: FeeProfile): FeeStretch {
  const { orders, takings } = group;
  const [first, last] = [orders[0], orders.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('A stretch without orders');
  const { currency } = first.price;
  const fit = orders.length < FEWEST ? null : fitOf(group);
  const estimate = estimateOf(group.schedule, profile);
  return {
    from: first.soldAt,
    to: last.soldAt,
    orders: orders.length,
    estimated: estimate === null ? null : { basisPoints: estimate.basisPoints, fixed: money(estimate.fixed, currency) },
    found: fit === null ? null : { ...fit, fixed: money(fit.fixed, currency), explained: countExplained(takings, fit) },
    deviating:
      estimate === null ? [] : orders.flatMap(({ id }, nth) => (isExplained(estimate, takings[nth]) ? [] : [id])),
  };
}

function isExplained(fees: Omit<FittedFees, 'explained'>, taking: Taking | undefined): boolean {
  return taking !== undefined && explains(fees, taking);
}

/** Enough orders agree, and not on what is estimated already. */
function isSure({ orders, deviating, estimated }: FeeStretch): boolean {
  const off = estimated === null || deviating.length * 100 > orders * (100 - AGREEING);
  return orders >= FEWEST && off;
}

function estimateOf(schedule: FeeSchedule | null, profile: FeeProfile): Omit<FittedFees, 'explained'> | null {
  const fees = resolveFees(schedule, profile);
  return fees.kind === 'unknown' ? null : { basisPoints: fees.commissionBasisPoints, fixed: fees.sellerFee.minor };
}

/** What was taken beyond the estimate; what rounding alone makes of it is no difference. */
function beyond(order: SettledOrder, schedule: FeeSchedule | null, profile: FeeProfile): readonly Money[] {
  const fees = resolveFees(schedule, profile);
  const estimate = estimateOf(schedule, profile);
  if (fees.kind === 'unknown' || estimate === null) return [];
  if (explains(estimate, takingOf(order))) return [money(0, order.price.currency)];
  return [subtract(netOf(order.price, fees).payout, order.payout)];
}

function takingOf({ price, payout }: SettledOrder): Taking {
  return { price: price.minor, take: subtract(price, payout).minor };
}
