/** Rows of one table now and after a restore; null where they cannot be counted. */
interface TablePreview {
  readonly name: string;
  readonly before: number | null;
  readonly after: number;
}

export interface PreviewLine {
  readonly label: string;
  readonly before: number | null;
  readonly after: number;
}

export interface PreviewWords {
  /** Null for what only the machinery needs. */
  labelOf(table: string): string | null;
  readonly rest: string;
}

/** What a restore would change, in the seller's words; what only the machinery needs is one line at the end. */
export function previewLines(tables: readonly TablePreview[], words: PreviewWords): readonly PreviewLine[] {
  const lines: PreviewLine[] = [];
  const rest: TablePreview[] = [];
  for (const table of tables) {
    const label = words.labelOf(table.name);
    if (label === null) rest.push(table);
    else if ((table.before ?? 0) + table.after > 0) lines.push({ label, before: table.before, after: table.after });
  }
  const others = { label: words.rest, before: sum(rest.map(({ before }) => before)), after: after(rest) };
  return (others.before ?? 0) + others.after === 0 ? lines : [...lines, others];
}

/** Of all tables together. */
export function after(tables: readonly TablePreview[]): number {
  return tables.reduce((total, table) => total + table.after, 0);
}

function sum(counts: readonly (number | null)[]): number | null {
  let total = 0;
  for (const count of counts) {
    if (count === null) return null;
    total += count;
  }
  return total;
}
