import { guardCell } from './csv-guard';

/** A cell: a number stands as it is, text is kept from being taken for a formula. */
export type CsvCell = string | { readonly number: string } | null;

/** Left out: as spreadsheets want it. Programs that read a file by its very first letters want no mark. */
export interface CsvOptions {
  readonly mark?: boolean;
}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Rows as a file that every spreadsheet opens: UTF-8 with its mark, commas, lines ended as RFC 4180 says. A text that a
 * spreadsheet would carry out begins with an apostrophe.
 *
 * @param head null: the file has none
 * @example `=1+1` becomes `'=1+1`; `a "b", c` becomes `"a ""b"", c"`
 */
export function csvText(
  head: readonly string[] | null,
  rows: readonly (readonly CsvCell[])[],
  { mark = true }: CsvOptions = {},
): string {
  const lines = [...(head === null ? [] : [head.map(quoted)]), ...rows.map((row) => row.map(cellText))];
  return `${mark ? BYTE_ORDER_MARK : ''}${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return /^-?\d+(\.\d+)?$/.test(cell.number) ? cell.number : '';
  return quoted(guardCell(cell));
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
