import type { ThresholdReading } from '@/lib/domain/tax/thresholds';

/** Limits that were put away, each with the level it had reached then. */
export type LimitsSeen = Readonly<Record<string, 'near' | 'over'>>;

/** A limit of a year: the next year it fills anew, and is told anew. */
function keyOf({ rule, platform, period }: ThresholdReading): string {
  return `${rule.id}|${platform ?? ''}|${period.last.slice(0, 4)}`;
}

/**
 * The limits to tell of, passed ones first: those that are near or passed, of which nothing is done yet, and that were not
 * put away at this level.
 *
 * @example put away while near: silent until it is passed, then told once more
 */
export function limitsToShow(readings: readonly ThresholdReading[], seen: LimitsSeen): readonly ThresholdReading[] {
  return readings
    .filter((reading) => {
      const { state, isDone } = reading;
      if (isDone || state === 'far') return false;
      const before = seen[keyOf(reading)];
      return before === undefined || (before === 'near' && state === 'over');
    })
    .toSorted((a, b) => Number(b.state === 'over') - Number(a.state === 'over'));
}

/** What is put away once all that is shown is; what is far again is forgotten, so that it is told when it comes near anew. */
export function limitsPutAway(readings: readonly ThresholdReading[]): LimitsSeen {
  return Object.fromEntries(
    readings.flatMap((reading) => (reading.state === 'far' ? [] : [[keyOf(reading), reading.state] as const])),
  );
}
