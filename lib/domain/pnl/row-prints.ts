/** What a report was made from, row by row: whether and which of them are others now. */
export interface ReportRowText {
  readonly id: string;
  /** Everything of the row that is in the figures. */
  readonly text: string;
}

/** One row against what it was. */
export interface RowChange {
  readonly id: string;
  readonly what: 'changed' | 'new' | 'gone';
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * A short print of each row, a line each, in order of id: small enough to be kept with a report of tens of thousands of
 * rows. Two texts share a print once in four thousand million; whether anything changed at all, the digest tells.
 *
 * @example `sale-1 0c3a9f41`
 */
export function rowPrints(rows: readonly ReportRowText[]): string {
  return inOrder(rows)
    .map(({ id, text }) => `${id} ${printOf(text)}`)
    .join('\n');
}

/** All rows as one text, in order of id: what the digest of a report is taken of. */
export function rowsText(rows: readonly ReportRowText[]): string {
  return inOrder(rows)
    .map(({ id, text }) => `${id} ${text}`)
    .join('\n');
}

/** Which rows are not what they were, in order of id. */
export function changedRows(kept: string, rows: readonly ReportRowText[]): readonly RowChange[] {
  const before = new Map(
    kept.split('\n').flatMap((line) => {
      const at = line.lastIndexOf(' ');
      return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1)]];
    }),
  );
  const changes: RowChange[] = [];
  for (const { id, text } of rows) {
    const print = before.get(id);
    before.delete(id);
    if (print === undefined) changes.push({ id, what: 'new' });
    else if (print !== printOf(text)) changes.push({ id, what: 'changed' });
  }
  for (const id of before.keys()) changes.push({ id, what: 'gone' });
  return changes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function inOrder(rows: readonly ReportRowText[]): readonly ReportRowText[] {
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** FNV-1a over the UTF-16 units. */
function printOf(text: string): string {
  let hash = FNV_OFFSET;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
