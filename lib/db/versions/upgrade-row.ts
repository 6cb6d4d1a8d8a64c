import { V2_ADDED } from './v2';
import { V3_ADDED } from './v3';
import { V4_ADDED } from './v4';
import { toV5 } from './v5';

type Row = Readonly<Record<string, unknown>>;

/** From version n - 1 to n, by n: what the upgrade of the database does to each row, without the database. */
const STEPS: Readonly<Record<number, (table: string, row: Row) => Row>> = {
  2: (table, row) => ({ ...row, ...V2_ADDED[table] }),
  3: (table, row) => ({ ...row, ...V3_ADDED[table] }),
  4: (table, row) => ({ ...row, ...V4_ADDED[table] }),
  5: toV5,
};

/**
 * A row of an older schema as the present one expects it, changed exactly as the upgrade of a stored row would.
 *
 * @param from the schema the row was written by
 * @example `upgradeRow('inventory', { id: 'p-1' }, 1)` is `{ id: 'p-1', location: null, priceMinimum: null, priceMaximum: null, boughtUrl: null, tax: null, importId: null }`
 */
export function upgradeRow<T extends Row>(table: string, row: T, from: number): T & Row {
  let upgraded: T & Row = row;
  for (let version = from + 1; version in STEPS; version++) {
    upgraded = (STEPS[version]?.(table, upgraded) ?? upgraded) as T & Row;
  }
  return upgraded;
}
