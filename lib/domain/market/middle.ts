import { divideRounded } from '../money/rounding';

/**
 * The middle of some whole numbers; of an even count the mean of the two in the middle, half to the even one.
 *
 * @returns null when there are none
 * @example 9000, 9700, 9901 and 12,000: 9800, since the mean is 9800.5
 */
export function middleOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) return null;
  return upper === lower ? upper : Number(divideRounded(BigInt(lower) + BigInt(upper), 2n, 'half-even'));
}
