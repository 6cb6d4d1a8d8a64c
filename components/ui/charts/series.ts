/** One moment of a series; null: not known then. */
export interface TimePoint {
  readonly at: number;
  readonly value: number | null;
}

export interface TimeSeries {
  readonly id: string;
  /** What it is called beside its line. */
  readonly label: string;
  /** In order of time. Values are minor units of the chart's currency, or whole counts. */
  readonly points: readonly TimePoint[];
}

export interface SeriesFacts {
  readonly first: TimePoint & { readonly value: number };
  readonly last: TimePoint & { readonly value: number };
  readonly low: number;
  readonly high: number;
}

/** What a person who cannot see the line has to know of it; null when nothing is known. */
export function seriesFacts({ points }: TimeSeries): SeriesFacts | null {
  const known = points.flatMap(({ at, value }) => (value === null ? [] : [{ at, value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return null;
  let [low, high] = [first.value, first.value];
  for (const { value } of known) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { first, last, low, high };
}

/** A moment with the value of every series then. */
export interface MergedRow {
  readonly at: number;
  readonly values: readonly (number | null)[];
}

/**
 * Several series on one row per moment.
 *
 * @param carry a value holds until the next one (prices); else it belongs to its moment alone
 * @example asks at 1 and 3, own prices at 2, carried: row 2 has the ask of 1, row 1 has no own price
 */
export function mergeSeries(series: readonly TimeSeries[], carry: boolean): readonly MergedRow[] {
  const moments = [...new Set(series.flatMap(({ points }) => points.map(({ at }) => at)))].toSorted((a, b) => a - b);
  const next = series.map(() => 0);
  const present: (number | null)[] = series.map(() => null);
  return moments.map((at) => {
    series.forEach(({ points }, index) => {
      if (!carry) present[index] = null;
      for (let point = points[next[index] ?? 0]; point !== undefined && point.at <= at;) {
        present[index] = point.value;
        next[index] = (next[index] ?? 0) + 1;
        point = points[next[index] ?? 0];
      }
    });
    return { at, values: [...present] };
  });
}

/**
 * At most about `most` points that look like all of them: of each stretch of time its first, lowest and highest stay, and
 * the very last one.
 */
export function thinPoints(points: readonly TimePoint[], most = 400): readonly TimePoint[] {
  if (points.length <= most) return points;
  const size = Math.ceil(points.length / Math.max(1, Math.floor(most / 3)));
  const kept = new Set<TimePoint>();
  for (let start = 0; start < points.length; start += size) {
    const stretch = points.slice(start, start + size);
    const known = stretch.filter(({ value }) => value !== null).toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
    for (const point of [stretch[0], known[0], known.at(-1)]) if (point !== undefined) kept.add(point);
  }
  const last = points.at(-1);
  if (last !== undefined) kept.add(last);
  return [...kept].toSorted((a, b) => a.at - b.at);
}

/**
 * Places for labels that want to stand at `wanted` but must be `gap` apart, inside `low` to `high`; in the order given.
 *
 * @example wanted 10, 12 and 60 with a gap of 16: 10, 26 and 60
 */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const order = wanted.map((place, index) => ({ place: Math.min(high, Math.max(low, place)), index }));
  order.sort((a, b) => a.place - b.place || a.index - b.index);
  order.forEach((each, nth) => {
    const above = order[nth - 1];
    if (above !== undefined) each.place = Math.max(each.place, above.place + gap);
  });
  for (let nth = order.length - 1, limit = high; nth >= 0; nth -= 1) {
    const each = order[nth];
    if (each === undefined) break;
    each.place = Math.min(each.place, limit);
    limit = each.place - gap;
  }
  return order.toSorted((a, b) => a.index - b.index).map(({ place }) => place);
}
