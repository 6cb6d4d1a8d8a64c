import type { Dexie } from 'dexie';

/** The schema a database declares, in Dexie's notation, tables and their keys in a fixed order. */
export function declaredSchema(db: Dexie): {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
} {
  const stores = db.tables
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((table) => [
      table.name,
      [table.schema.primKey.src, ...table.schema.indexes.map((index) => index.src).toSorted()].join(', '),
    ]);
  return { version: db.verno, stores: Object.fromEntries(stores) };
}
