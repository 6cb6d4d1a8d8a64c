import Papa from 'papaparse';
import { moneyDecimal } from '@/lib/domain/money/decimal-text';
import type { Money } from '@/lib/domain/money/money';
import type { CalendarDate } from '@/lib/domain/time/instant';
import { guardCell } from './csv-guard';

/** One expense, as a file keeps it. */
export interface ExpenseCells {
  readonly day: CalendarDate;
  readonly category: string;
  readonly amount: Money;
  readonly tax: Money | null;
  /** In the seller's own currency; null: no rate is known. */
  readonly here: Money | null;
  readonly supplier: string;
  readonly note: string;
  readonly pairs: number;
  readonly receipts: number;
}

const FIELDS = [
  'date',
  'category',
  'amount',
  'tax',
  'currency',
  'amount_here',
  'currency_here',
  'supplier',
  'note',
  'pairs',
  'receipts',
];

/** Expenses as a file that spreadsheets open: UTF-8 with its mark, commas, lines ended as RFC 4180 says, no formulas. */
export function writeExpenseCsv(rows: readonly ExpenseCells[]): string {
  const data = rows.map(({ day, category, amount, tax, here, supplier, note, pairs, receipts }) => [
    day,
    guardCell(category),
    moneyDecimal(amount),
    tax === null ? '' : moneyDecimal(tax),
    amount.currency,
    here === null ? '' : moneyDecimal(here),
    here?.currency ?? '',
    guardCell(supplier),
    guardCell(note),
    String(pairs),
    String(receipts),
  ]);
  return `\uFEFF${Papa.unparse({ fields: FIELDS, data }, { newline: '\r\n' })}\r\n`;
}
