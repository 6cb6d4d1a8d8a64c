/** Rows in order of one time, each with its JSON text kept ready: a page is a join of strings. */
export interface RowStore<T extends { readonly id: string }> {
  get(id: string): T | undefined;
  add(row: T): void;
  /** Says that a row was changed in place. */
  touch(row: T): void;
  remove(id: string): void;
  newestFirst(): readonly T[];
  json(row: T): string;
  /** A filtered or sorted list, worked out once per key and change of the store. */
  view(key: string, build: (rows: readonly T[]) => readonly T[]): readonly T[];
  readonly size: number;
}

const KEPT_VIEWS = 16;

export function createRowStore<T extends { readonly id: string }>(timeOf: (row: T) => string): RowStore<T> {
  const rows = new Map<string, T>();
  const oldestFirst: T[] = [];
  const texts = new WeakMap<T, string>();
  const views = new Map<string, readonly T[]>();
  let reversed: readonly T[] | null = null;

  function changed(): void {
    views.clear();
    reversed = null;
  }

  const store: RowStore<T> = {
    get: (id) => rows.get(id),
    add(row) {
      rows.set(row.id, row);
      oldestFirst.splice(placeFor(oldestFirst, timeOf, timeOf(row)), 0, row);
      changed();
    },
    touch(row) {
      texts.delete(row);
      changed();
    },
    remove(id) {
      const row = rows.get(id);
      if (row === undefined) return;
      rows.delete(id);
      oldestFirst.splice(oldestFirst.indexOf(row), 1);
      changed();
    },
    newestFirst: () => (reversed ??= oldestFirst.toReversed()),
    json(row) {
      let text = texts.get(row);
      if (text === undefined) {
        text = JSON.stringify(row);
        texts.set(row, text);
      }
      return text;
    },
    view(key, build) {
      let found = views.get(key);
      if (found === undefined) {
        if (views.size >= KEPT_VIEWS) views.clear();
        found = build(store.newestFirst());
        views.set(key, found);
      }
      return found;
    },
    get size() {
      return rows.size;
    },
  };
  return store;
}

/** New rows nearly always belong at the end; only a sale noticed late goes a few places back. */
function placeFor<T>(oldestFirst: readonly T[], timeOf: (row: T) => string, time: string): number {
  return oldestFirst.findLastIndex((row) => timeOf(row) <= time) + 1;
}
