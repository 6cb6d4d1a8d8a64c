import { moneyDecimal } from '@/lib/domain/money/decimal-text';
import type { Money } from '@/lib/domain/money/money';
import type { CsvCell } from './csv-text';

export function amountCell(amount: Money | null): CsvCell {
  return amount === null ? null : { number: moneyDecimal(amount) };
}
