import { moneyDecimal } from '@/lib/domain/money/decimal-text';
import type { Money } from '@/lib/domain/money/money';
import { csvText, type CsvCell } from '@/lib/files/csv-text';
import { downloadFile } from '../bridge/download-file';
import { t } from '../ui/text';
import { toast } from '../ui/toast';

/** A table as a file: figures as plain numbers, texts guarded against being taken for formulas. */
export function exportTable(name: string, head: readonly string[], rows: readonly (readonly CsvCell[])[]): void {
  const file = `archvd-${name}.csv`;
  downloadFile(file, 'text/csv;charset=utf-8', csvText(head, rows));
  toast(t('pnl.exported', [file]));
}

/** An amount without its currency, which stands in a column of its own. */
export function amountCell(amount: Money | null): CsvCell {
  if (amount === null) return null;
  return { number: moneyDecimal(amount) };
}

export function numberCell(value: number | null): CsvCell {
  return value === null ? null : { number: String(value) };
}

/** Basis points as per cent: 1655 is 16.55. */
export function percentCell(basisPoints: number | null): CsvCell {
  return basisPoints === null ? null : { number: (basisPoints / 100).toFixed(2) };
}
