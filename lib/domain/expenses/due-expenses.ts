import { DAY_MS, instant, type CalendarDate, type Instant } from '../time/instant';
import type { OffsetAt } from '../time/period';
import type { Recurrence } from './expense';

/** When a recurring expense falls due. */
export interface DuePlan {
  readonly every: Recurrence;
  readonly startsOn: CalendarDate;
  /** The last day it may fall on; null: it goes on. */
  readonly endsOn: CalendarDate | null;
  /** The next day it falls due; null: it is over. */
  readonly nextOn: CalendarDate | null;
}

export interface Due {
  /** The days it fell due and nobody wrote it down yet, oldest first. */
  readonly days: readonly CalendarDate[];
  /** The next day after them; null: it is over. */
  readonly nextOn: CalendarDate | null;
}

/** So many are written at once; after years without the browser the rest follows a moment later. */
const MOST_AT_ONCE = 400;

/**
 * The days up to and including today on which a recurring expense has to be written down, and the day after them that
 * comes next. What was written is told by `nextOn` alone, so whoever keeps that with what was written never writes twice.
 *
 * Months and years are counted from the first day, so that the end of a short month does not shift the months after it.
 *
 * @example monthly from 31 January 2026, next 28 February, asked on 2 April: 28 February and 31 March, next 30 April
 */
export function dueExpenses(plan: DuePlan, today: CalendarDate): Due {
  const days: CalendarDate[] = [];
  let nextOn = plan.nextOn === null ? null : dayFrom(plan, plan.nextOn);
  while (nextOn !== null && nextOn <= today && days.length < MOST_AT_ONCE) {
    days.push(nextOn);
    nextOn = dayFrom(plan, dayAfter(nextOn));
  }
  return { days, nextOn };
}

/** The first day of the plan on or after `from`; null when it is over by then. */
export function dayFrom(plan: Omit<DuePlan, 'nextOn'>, from: CalendarDate): CalendarDate | null {
  let step = Math.max(0, stepsBefore(plan, from));
  let day = dayOfStep(plan, step);
  while (day < from) {
    step += 1;
    day = dayOfStep(plan, step);
  }
  return plan.endsOn !== null && day > plan.endsOn ? null : day;
}

/** Noon of a day on a clock: the moment a day is kept as, so that it is the same day in most zones. */
export function noonOf(day: CalendarDate, offsetAt: OffsetAt): Instant {
  const noon = instant(Date.parse(`${day}T12:00:00Z`));
  return instant(noon - offsetAt(noon));
}

function dayAfter(day: CalendarDate): CalendarDate {
  return dateText(Date.parse(day) + DAY_MS);
}

/** A number of whole steps that surely lie before `from`, to begin the search at. */
function stepsBefore({ every, startsOn }: Omit<DuePlan, 'nextOn'>, from: CalendarDate): number {
  const days = (Date.parse(from) - Date.parse(startsOn)) / DAY_MS;
  const longest = every.unit === 'week' ? 7 : every.unit === 'month' ? 31 : 366;
  return Math.floor(days / (longest * every.every)) - 1;
}

function dayOfStep({ every, startsOn }: Omit<DuePlan, 'nextOn'>, step: number): CalendarDate {
  const count = step * every.every;
  if (every.unit === 'week') return dateText(Date.parse(startsOn) + count * 7 * DAY_MS);
  const [year = 0, month = 1, day = 1] = startsOn.split('-').map(Number);
  const months = year * 12 + (month - 1) + count * (every.unit === 'year' ? 12 : 1);
  const [inYear, inMonth] = [Math.floor(months / 12), months % 12];
  const last = new Date(Date.UTC(inYear, inMonth + 1, 0)).getUTCDate();
  return dateText(Date.UTC(inYear, inMonth, Math.min(day, last)));
}

function dateText(utcMs: number): CalendarDate {
  return new Date(utcMs).toISOString().slice(0, 10) as CalendarDate;
}
