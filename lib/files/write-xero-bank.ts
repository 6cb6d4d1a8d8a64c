import { moneyDecimal } from '@/lib/domain/money/decimal-text';
import type { ExportFile, ExportSettings } from '@/lib/domain/exports/export-settings';
import type { Movement } from '@/lib/domain/exports/ledger';
import { csvText, type CsvCell } from './csv-text';
import { dayAs } from './dated';
import { formatOf, inParts, partName } from './export-parts';

const BANK_HEAD = ['*Date', '*Amount', 'Payee', 'Description', 'Reference'];

/** Xero takes so many lines of a statement in one file. */
const MOST_BANK_LINES = 1000;

/** @param slip what the country calls a cheque: the last column is named after it */
export function writeXeroBank(
  movements: readonly Movement[],
  { dayOrder }: ExportSettings,
  slip: 'Check Number' | 'Cheque Number',
): readonly ExportFile[] {
  const rows = movements.map(({ on, amount, payee, description, reference }): CsvCell[] => [
    dayAs(formatOf(dayOrder), on),
    { number: moneyDecimal(amount) },
    payee,
    description,
    reference,
    '',
  ]);
  return inParts(rows, MOST_BANK_LINES).map((part, nth, parts) => ({
    name: partName('xero-bank', nth, parts.length),
    type: 'text/csv',
    content: csvText([...BANK_HEAD, slip], part, { mark: false }),
    rows: part.length,
  }));
}
