import { cmp, Dexie, type IndexableType, type Table } from 'dexie';

/** Below this, jumping from key to key is as quick. */
const MANY = 100;
/** Reading this many times the rows that are wanted still beats jumping. */
const MOST_BESIDE = 4;

/**
 * Rows that have one of these values in an index, in no particular order.
 *
 * One cursor that jumps from value to value: where none of a page's values is known yet, the usual case of a first
 * sync, it stops after a step. A request for each value was measured half as slow again for the whole sync. Where many
 * are wanted, and hardly any lie between them that are not, the whole stretch is read at once.
 */
export async function rowsByKey<Row>(
  table: Table<Row, string>,
  index: string,
  keys: readonly IndexableType[],
): Promise<readonly Row[]> {
  if (keys.length >= MANY) {
    const sorted = keys.toSorted(cmp);
    const stretch = table.where(index).between(sorted[0], sorted.at(-1), true, true);
    if ((await stretch.count()) <= keys.length * MOST_BESIDE)
      return wanted(table, index, sorted, await stretch.toArray());
  }
  return table
    .where(index)
    .anyOf([...keys])
    .toArray();
}

/** Both in the order of the index: one pass over the two. */
function wanted<Row>(
  table: Table<Row, string>,
  index: string,
  sorted: readonly IndexableType[],
  rows: readonly Row[],
): readonly Row[] {
  const path = table.schema.idxByName[index]?.keyPath ?? index;
  const keyOf = (row: Row): unknown =>
    typeof path === 'string'
      ? Dexie.getByKeyPath(row as object, path)
      : path.map((part): unknown => Dexie.getByKeyPath(row as object, part));
  let at = 0;
  return rows.filter((row) => {
    const key = keyOf(row);
    while (at < sorted.length && cmp(sorted[at], key) < 0) at += 1;
    return at < sorted.length && cmp(sorted[at], key) === 0;
  });
}
