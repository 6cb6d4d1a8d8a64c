import Papa from 'papaparse';
import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import { currencyDecimals } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { guardCell } from './csv-guard';

/** One watched thing, as a file keeps it. */
export interface WatchedCells {
  readonly code: string;
  /** null: every size. */
  readonly usSize: number | null;
  readonly targetPrice: Money | null;
  readonly note: string;
  readonly name: string;
}

/**
 * A watchlist as a file that spreadsheets open and that can be read back: UTF-8 with its mark, commas, lines ended as
 * RFC 4180 says. What a spreadsheet would carry out begins with an apostrophe, which reading takes away again.
 */
export function writeWatchCsv(rows: readonly WatchedCells[]): string {
  const fields = ['style_code', 'us_size', 'target_price', 'currency', 'note', 'name'];
  const data = rows.map(({ code, usSize, targetPrice, note, name }) => [
    guardCell(code),
    usSize === null ? '' : String(usSize),
    targetPrice === null ? '' : decimal(targetPrice),
    targetPrice?.currency ?? '',
    guardCell(note),
    guardCell(name),
  ]);
  return `\uFEFF${Papa.unparse({ fields, data }, { newline: '\r\n' })}\r\n`;
}

/** `95`, `78.40`: whole units as such, else all the decimals the currency has. */
function decimal({ minor, currency }: Money): string {
  const per = minorPerUnit(currency);
  const rest = minor % per;
  const whole = String((minor - rest) / per);
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(currencyDecimals(currency), '0')}`;
}
