/** The columns of the inventory. The pair itself is always there and first. */
export const COLUMN_IDS = [
  'name',
  'size',
  'status',
  'condition',
  'bought',
  'age',
  'cost',
  'price',
  'ask',
  'net',
  'profit',
  'roi',
  'location',
  'supplier',
  'tags',
] as const;

export type ColumnId = (typeof COLUMN_IDS)[number];

export const DEFAULT_COLUMNS: readonly ColumnId[] = ['name', 'size', 'status', 'age', 'cost', 'price', 'net', 'profit'];

/** Pixels each column needs at least; the name takes what is left. */
export const COLUMN_WIDTHS: Readonly<Record<ColumnId, number>> = {
  name: 176,
  size: 66,
  status: 84,
  condition: 92,
  bought: 92,
  age: 56,
  cost: 86,
  price: 84,
  ask: 84,
  net: 76,
  profit: 88,
  roi: 64,
  location: 96,
  supplier: 104,
  tags: 136,
};

const [GAP, SIDES, BOX] = [12, 48, 20];

/** With more columns than usual the list may scroll sideways: then the name need not be cut so short. */
const MORE_NAME = 88;

/** Pixels a table of these columns needs. */
export function tableWidth(columns: readonly ColumnId[]): number {
  const least = columns.reduce((sum, id) => sum + COLUMN_WIDTHS[id] + GAP, BOX + SIDES);
  return columns.length > DEFAULT_COLUMNS.length ? least + MORE_NAME : least;
}

/** Names that came from an address or a saved view: unknown ones and repetitions are dropped, the pair comes first. */
export function cleanColumns(names: readonly string[]): readonly ColumnId[] {
  const known = names.flatMap((name) => COLUMN_IDS.find((id) => id === name) ?? []);
  return [...new Set<ColumnId>(['name', ...known])];
}

/** Puts a column one place to the left (-1) or right (1); the pair stays first. */
export function moveColumn(columns: readonly ColumnId[], id: ColumnId, step: -1 | 1): readonly ColumnId[] {
  const from = columns.indexOf(id);
  const to = from + step;
  if (from < 1 || to < 1 || to >= columns.length) return columns;
  return columns.toSpliced(from, 1).toSpliced(to, 0, id);
}

/** Shows a column at its usual place, or takes it away. */
export function toggleColumn(columns: readonly ColumnId[], id: ColumnId): readonly ColumnId[] {
  if (id === 'name') return columns;
  if (columns.includes(id)) return columns.filter((each) => each !== id);
  const after = COLUMN_IDS.slice(0, COLUMN_IDS.indexOf(id)).findLast((each) => columns.includes(each)) ?? 'name';
  return columns.toSpliced(columns.indexOf(after) + 1, 0, id);
}
