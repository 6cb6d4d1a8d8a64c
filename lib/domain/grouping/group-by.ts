/**
 * Rows by a key of theirs; the groups in the order of their first rows, the rows of each in the order they came.
 *
 * @example `groupBy(['a1', 'b1', 'a2'], (row) => row[0])` is `a: a1, a2` and `b: b1`
 */
export function groupBy<Key, Row>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => Key,
): ReadonlyMap<Key, readonly [Row, ...Row[]]> {
  const groups = new Map<Key, [Row, ...Row[]]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
