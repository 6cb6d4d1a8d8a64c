import { DAY_MS, HOUR_MS } from '@/lib/domain/time/instant';

/** Ends of an axis and the values marked on it, both ends included. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/**
 * An axis of whole numbers in round steps (1, 2 or 5 times a power of ten) that holds everything from `low` to `high`.
 * A flat line gets a step of room above and below.
 *
 * @param most how many steps it may have
 * @example `niceAxis(8_700, 11_240)` (cents) is 8,500 to 11,500 by 500 with `most` 6, 8,000 to 12,000 by 1,000 with 4
 */
export function niceAxis(low: number, high: number, most = 4): Axis {
  const step = low === high ? Math.max(1, niceStep(Math.abs(low) / 4)) : stepFor(low, high, most);
  const from = low === high ? floorTo(low - 1, step) : floorTo(low, step);
  const to = low === high ? ceilTo(low + 1, step) : ceilTo(high, step);
  const ticks: number[] = [];
  for (let tick = from; tick <= to; tick += step) ticks.push(tick);
  return { low: from, high: to, ticks };
}

function stepFor(low: number, high: number, most: number): number {
  let step = Math.max(1, niceStep((high - low) / most));
  while (ceilTo(high, step) - floorTo(low, step) > step * most) step = niceStep(step * 1.5);
  return step;
}

/** The smallest of 1, 2, 5, 10, 20, 50, … at or above `least`. */
function niceStep(least: number): number {
  if (least <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= least) ?? 10 * power;
}

function floorTo(value: number, step: number): number {
  const down = Math.floor(value / step) * step;
  return down === 0 ? 0 : down;
}

function ceilTo(value: number, step: number): number {
  const up = Math.ceil(value / step) * step;
  return up === 0 ? 0 : up;
}

/** What one mark on a time axis stands for, which decides how it is written. */
export type TimeStep = 'hour' | 'day' | 'month' | 'year';

export interface TimeAxis {
  readonly ticks: readonly number[];
  readonly step: TimeStep;
}

interface Pace {
  readonly step: TimeStep;
  readonly count: number;
  readonly ms: number;
}

const PACES: readonly Pace[] = [
  ...[1, 3, 6, 12].map((count) => ({ step: 'hour' as const, count, ms: count * HOUR_MS })),
  ...[1, 2, 7, 14].map((count) => ({ step: 'day' as const, count, ms: count * DAY_MS })),
  ...[1, 2, 3, 6].map((count) => ({ step: 'month' as const, count, ms: count * 30 * DAY_MS })),
  ...[1, 2, 5].map((count) => ({ step: 'year' as const, count, ms: count * 365 * DAY_MS })),
];

/**
 * Moments to mark between two, on the clock of this device: full hours, midnights, firsts of months or of years.
 *
 * @example 1 to 31 March with `most` 5: 1, 8, 15, 22 and 29 March
 */
export function timeAxis(from: number, to: number, most = 5): TimeAxis {
  const pace = PACES.find(({ ms }) => (to - from) / ms <= most) ?? PACES.at(-1);
  if (pace === undefined || to <= from) return { ticks: [from], step: 'day' };
  const ticks: number[] = [];
  const first = startOf(pace.step, from);
  for (let index = 0; ; index += pace.count) {
    const at = moved(first, pace.step, index).getTime();
    if (at > to) return { ticks, step: pace.step };
    if (at >= from) ticks.push(at);
  }
}

function startOf(step: TimeStep, at: number): Date {
  const date = new Date(at);
  if (step === 'hour' || step === 'day') return new Date(date.getFullYear(), date.getMonth(), date.getDate());
  return new Date(date.getFullYear(), step === 'year' ? 0 : date.getMonth(), 1);
}

function moved(start: Date, step: TimeStep, by: number): Date {
  const [year, month, day] = [start.getFullYear(), start.getMonth(), start.getDate()];
  if (step === 'hour') return new Date(year, month, day, by);
  if (step === 'day') return new Date(year, month, day + by);
  return step === 'month' ? new Date(year, month + by, 1) : new Date(year + by, 0, 1);
}
