import { mergeSeries, thinPoints, type TimePoint, type TimeSeries } from './series';

/** A moment with what held then, and what was sold at that very moment. */
export interface MarketRow {
  readonly at: number;
  readonly values: readonly (number | null)[];
  readonly dot: number | null;
}

export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/**
 * Prices that hold until the next one, and single sales, on one row per moment of the time shown. What held when the
 * time began is drawn from its beginning on.
 *
 * @example asks of $100 two days before and of $98 within: the first row is the beginning, at $100
 */
export function marketRows(
  lines: readonly TimeSeries[],
  dots: readonly TimePoint[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly MarketRow[] {
  const shown = lines.map((line) => ({ ...line, points: thinPoints(heldFrom(line.points, from, to)) }));
  const sold = dots.filter(({ at }) => at >= from && at <= to);
  const dotAt = new Map(sold.map(({ at, value }) => [at, value]));
  const moments = { id: 'moments', label: '', points: sold.map(({ at }) => ({ at, value: null })) };
  return mergeSeries([...shown, moments], true).map(({ at, values }) => ({
    at,
    values: values.slice(0, lines.length),
    dot: dotAt.get(at) ?? null,
  }));
}

/**
 * When a line's newest price of the time shown was read, by line: it is marked with a dot, so that a line of one price,
 * or of a few minutes in a month, is seen at all. null: it has none.
 *
 * @example asks read on Monday and on Tuesday: Tuesday
 */
export function newestMoments(
  lines: readonly TimeSeries[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly (number | null)[] {
  return lines.map(({ points }) => heldFrom(points, from, to).findLast(({ value }) => value !== null)?.at ?? null);
}

function heldFrom(points: readonly TimePoint[], from: number, to: number): readonly TimePoint[] {
  const inside = points.filter(({ at }) => at > from && at <= to);
  const before = points.findLast(({ at }) => at <= from);
  return before === undefined ? inside : [{ ...before, at: from }, ...inside];
}

/** The parts of stretches that lie within the time shown. */
export function clipped(
  stretches: readonly Stretch[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly Stretch[] {
  return stretches
    .map((each) => ({ from: Math.max(from, each.from), until: Math.min(to, each.until) }))
    .filter((each) => each.until > each.from);
}
