/** How long pairs took to sell, in days; null where nothing was sold whose day of purchase is known. */
export interface Turnover {
  /** Sales that count here: both days are known. */
  readonly sales: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

/**
 * The middle of how long pairs took to sell, and between what the middle half lies: a mean would be drawn away by the one
 * pair that lay for three years.
 *
 * @param days whole days from purchase to sale, in any order
 * @example 2, 4, 10, 30 and 400 days: median 10, the middle half between 4 and 30
 */
export function turnoverOf(days: readonly number[]): Turnover | null {
  if (days.length === 0) return null;
  const sorted = Float64Array.from(days).toSorted();
  return {
    sales: sorted.length,
    lowerQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upperQuartile: quantile(sorted, 0.75),
  };
}

/** Between two values it lies in proportion; told in tenths of a day. */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const [low, high] = [sorted[below] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return Math.round((low + (high - low) * (place - below)) * 10) / 10;
}
