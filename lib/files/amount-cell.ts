import { moneyDecimal } from '@/lib/domain/money/decimal-text';
import type { Money } from '@/lib/domain/money/money';
import type { CsvCell } from './csv-text';

/** An amount as a number that sums; an empty cell where it is not known. */
export function amountCell(amount: Money | null): CsvCell {
  return amount === null ? null : { number: moneyDecimal(amount) };
}
