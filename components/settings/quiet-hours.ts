const MINUTES_OF_DAY = 24 * 60;

export interface QuietSpan {
  readonly hours: number;
  readonly minutes: number;
  readonly isOverMidnight: boolean;
}

/**
 * How long the quiet hours are.
 *
 * @example from 1320 (22:00) to 480 (08:00) it is 10 hours, over midnight
 * @returns null when both are the same time, which could mean never or always
 */
export function quietSpan(from: number, to: number): QuietSpan | null {
  if (from === to) return null;
  const length = (to - from + MINUTES_OF_DAY) % MINUTES_OF_DAY;
  return { hours: Math.floor(length / 60), minutes: length % 60, isOverMidnight: to !== 0 && to < from };
}
