/**
 * Which of several figures are the best: more than one when they are equal. None where fewer than two are known, or
 * where all that are known are equal, since then there is nothing to choose.
 *
 * @returns places in the list
 * @example `bestOf([9800, null, 9500], 'low')` is `[2]`
 */
export function bestOf(values: readonly (number | null)[], best: 'low' | 'high'): readonly number[] {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  if (known.length < 2 || low === high) return [];
  const wanted = best === 'low' ? low : high;
  return values.flatMap((value, place) => (value === wanted ? [place] : []));
}
