import { isWithin } from '../time/period';
import type { LeftOut } from './tax-books';
import type { TaxPeriod } from './tax-period';

/**
 * Rows left out that belong to a period. A pair without a day of purchase, or without a cost, belongs to every period
 * from the one it came into the books in: in which it was bought nobody knows.
 */
export function leftIn(left: readonly LeftOut[], period: TaxPeriod): readonly LeftOut[] {
  return left.filter(({ kind, at }) => (kind === 'pair' ? at < period.to : isWithin(period, at)));
}
