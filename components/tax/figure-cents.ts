import type { TaxFigure } from '@/lib/domain/tax/tax-report';
import type { MoneyStyle } from '../ui/format';

/** A column of figures is told in one manner: with cents, save in the boxes that the form wants in whole units. */
export function centsOf({ isWhole }: Pick<TaxFigure, 'isWhole'>): NonNullable<MoneyStyle['cents']> {
  return isWhole ? 'none' : 'fixed';
}
