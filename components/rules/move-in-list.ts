/**
 * The same list with one of it at another place.
 *
 * @example `moveInList(['a', 'b', 'c'], 'c', 0)` is c, a, b
 */
export function moveInList<T>(list: readonly T[], item: T, to: number): readonly T[] {
  if (!list.includes(item)) return list;
  const rest = list.filter((each) => each !== item);
  const place = Math.min(rest.length, Math.max(0, to));
  return [...rest.slice(0, place), item, ...rest.slice(place)];
}
