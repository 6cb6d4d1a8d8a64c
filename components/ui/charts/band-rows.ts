import { mergeSeries, type TimePoint, type TimeSeries } from './series';

/** Lines, what they may move between, and single events. */
export interface BandSeries {
  /** One to three; a value holds until the next one. */
  readonly lines: readonly TimeSeries[];
  readonly band: {
    readonly label: string;
    /** What its lower and its upper end are called. */
    readonly low: string;
    readonly high: string;
    readonly points: readonly { readonly at: number; readonly low: number | null; readonly high: number | null }[];
  };
  readonly dots: { readonly label: string; readonly points: readonly TimePoint[] };
}

/** A moment with all that held then. */
export interface BandRow {
  readonly at: number;
  readonly values: readonly (number | null)[];
  readonly low: number | null;
  readonly high: number | null;
  /** Of this moment alone. */
  readonly dot: number | null;
}

/**
 * All of it on one row per moment, up to `to`, where the last values still hold.
 *
 * @example own price $100 at 1, floor $80 at 2, a sale of $90 at 3: row 3 is $100 over $80 with a dot at $90
 */
export function bandRows({ lines, band, dots }: BandSeries, to: number): readonly BandRow[] {
  const end = (points: readonly TimePoint[]): readonly TimePoint[] => points.filter(({ at }) => at <= to);
  const low = band.points.map(({ at, low: value }) => ({ at, value }));
  const high = band.points.map(({ at, high: value }) => ({ at, value }));
  const held = [...lines.map(({ points }) => points), low, high].map((points, nth) => ({
    id: String(nth),
    label: '',
    points: end(points),
  }));
  const sold = { id: 'dots', label: '', points: end(dots.points) };
  const moments = { id: 'end', label: '', points: [{ at: to, value: null }] };
  const dotAt = new Map(sold.points.map(({ at, value }) => [at, value]));
  return mergeSeries([...held, sold, moments], true).map(({ at, values }) => ({
    at,
    values: values.slice(0, lines.length),
    low: values[lines.length] ?? null,
    high: values[lines.length + 1] ?? null,
    dot: dotAt.get(at) ?? null,
  }));
}
