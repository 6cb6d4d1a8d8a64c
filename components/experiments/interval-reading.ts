import type { Interval } from '@/lib/domain/experiments/judge-experiment';

/** What an interval lets one say, both ends as amounts without a sign. */
export type Reading =
  | { readonly kind: 'unclear'; readonly fewer: number; readonly more: number }
  | { readonly kind: 'more' | 'fewer'; readonly from: number; readonly to: number };

/**
 * Reads an interval in whole units, widened to them, never narrowed.
 *
 * @param unit how much of the interval's own unit one is: 100 basis points are one of a hundred listings
 * @example −524 to 3339 basis points: between 6 fewer and 34 more of 100; 524 to 3339: 5 to 34 more
 */
export function readInterval({ low, high }: Interval, unit: number): Reading {
  const [least, most] = [Math.floor(low / unit), Math.ceil(high / unit)];
  if (low > 0) return { kind: 'more', from: least, to: most };
  if (high < 0) return { kind: 'fewer', from: Math.abs(most), to: Math.abs(least) };
  return { kind: 'unclear', fewer: Math.abs(least), more: most };
}
