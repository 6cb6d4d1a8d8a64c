import Papa from 'papaparse';
import { guardCell } from './csv-guard';

/**
 * Rows of a file that were not imported, as a file to be mended and read again: the cells as they stood, and behind them the
 * line and why. UTF-8 with its mark, no formulas.
 */
export function writeLeftOut(
  header: readonly string[],
  rows: readonly { readonly line: number; readonly reason: string; readonly cells: readonly string[] }[],
  words: { readonly line: string; readonly reason: string },
): string {
  const data = rows.map(({ line, reason, cells }) => [
    ...header.map((_, nth) => guardCell(cells[nth] ?? '')),
    String(line),
    guardCell(reason),
  ]);
  const fields = [...header.map(guardCell), words.line, words.reason];
  return `\uFEFF${Papa.unparse({ fields, data }, { newline: '\r\n' })}\r\n`;
}
