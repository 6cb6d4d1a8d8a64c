import { guardCell } from '@/lib/files/csv-guard';

/** A cell: a number stands as it is, text is kept from being taken for a formula. */
export type CsvCell = string | { readonly number: string } | null;

/**
 * Rows as a file that every spreadsheet opens: UTF-8 with its mark, commas, lines ended as RFC 4180 says. A text that a
 * spreadsheet would carry out begins with an apostrophe.
 *
 * @example `=1+1` becomes `'=1+1`; `a "b", c` becomes `"a ""b"", c"`
 */
export function csvText(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [head.map(cellText), ...rows.map((row) => row.map(cellText))];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return /^-?\d+(\.\d+)?$/.test(cell.number) ? cell.number : '';
  const safe = guardCell(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
