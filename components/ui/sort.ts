export interface Sort {
  readonly by: string;
  readonly down: boolean;
}

/** The same column again turns the order round; another one begins the way that suits it. */
export function nextSort(sort: Sort, by: string, startsDown: (by: string) => boolean): Sort {
  return sort.by === by ? { by, down: !sort.down } : { by, down: startsDown(by) };
}

/** What a row is ordered by; null is unknown and always comes last, whichever way the order runs. */
export type SortValue = string | number | null;

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** A sorted copy. Equal rows keep their order. */
export function sortRows<R>(rows: readonly R[], valueOf: (row: R) => SortValue, down: boolean): R[] {
  const keyed = rows.map((row) => ({ row, value: valueOf(row) }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return a.value === b.value ? 0 : a.value === null ? 1 : -1;
    const order =
      typeof a.value === 'number' && typeof b.value === 'number' ? a.value - b.value : names.compare(String(a.value), String(b.value));
    return down ? -order : order;
  });
  return keyed.map(({ row }) => row);
}
