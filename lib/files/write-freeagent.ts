import type { ExportFile } from '@/lib/domain/exports/export-settings';
import type { Movement } from '@/lib/domain/exports/ledger';
import { moneyDecimal } from '@/lib/domain/money/decimal-text';
import { guardCell } from './csv-guard';
import { dayAs } from './dated';

/**
 * Bank lines for FreeAgent: no head, `dd/mm/yyyy,amount,description`, nothing in quotes, so commas and quotes in a
 * description become blanks.
 */
export function writeFreeAgent(movements: readonly Movement[]): ExportFile {
  const lines = movements.map(({ on, amount, description }) =>
    [dayAs('dd/mm/yyyy', on), moneyDecimal(amount), guardCell(description.replaceAll(/[\s",]+/g, ' ').trim())].join(
      ',',
    ),
  );
  return {
    name: 'freeagent-bank.csv',
    type: 'text/csv',
    content: lines.map((line) => `${line}\r\n`).join(''),
    rows: lines.length,
  };
}
