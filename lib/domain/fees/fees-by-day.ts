import { resolveFees, type ResolvedFees, type UnknownNet } from './estimate-net';
import { feesFor, type FeeProfile, type FeeSchedule } from './fee-schedule';
import type { Instant } from '../time/instant';

/** The fees of one seller on the day a pair was sold; null where no table was in force yet. */
export interface DayFees {
  readonly schedule: FeeSchedule | null;
  readonly fees: ResolvedFees | UnknownNet;
}

/**
 * The fees of one seller by day, each fee table worked out once: for one report of thousands of sales, and no longer.
 *
 * @example tables of 2020 and of 10 May 2024: of 50,000 sales each is resolved once, whatever day they were sold on
 */
export function feesByDay(schedules: readonly FeeSchedule[], profile: FeeProfile): (at: Instant) => DayFees {
  const known = new Map<FeeSchedule | null, DayFees>();
  return (at) => {
    const schedule = feesFor(schedules, at);
    const before = known.get(schedule);
    if (before !== undefined) return before;
    const resolved = { schedule, fees: resolveFees(schedule, profile) };
    known.set(schedule, resolved);
    return resolved;
  };
}
