import { minor } from '../money/money';
import type { Instant } from '../time/instant';
import { isWithin, type OffsetAt } from '../time/period';
import { pooledPeriods, pooledPurchases } from './global-pool';
import type { SettledBooks } from './settle-books';
import type { TaxPeriod } from './tax-period';
import type { TaxProfile } from './tax-profile';
import { figureOf, type TaxEntry, type TaxFigure } from './tax-report';

/** What global accounting adds to the return of a period: its tax, and how that comes about. */
export interface PoolReport {
  /** Pieces that came into the pool or left it, and one entry for the period itself; what was sold is among the sales. */
  readonly entries: readonly TaxEntry[];
  readonly figures: readonly TaxFigure[];
}

/**
 * @param names the figure the tax goes to, and the one of net sales, which is less by as much
 * @example a margin of £600.00: tax £100.00 goes to box 1 and off box 6
 */
export function poolOf(
  books: SettledBooks,
  profile: TaxProfile,
  period: TaxPeriod,
  offsetAt: OffsetAt,
  names: { readonly tax: string; readonly net: string },
): PoolReport {
  const pooled = pooledPeriods(books, profile, period.to, offsetAt).find((each) => each.period.from === period.from);
  if (pooled === undefined) return { entries: [], figures: [] };
  const { currency } = books;
  const bought = pooledPurchases(books.stock, profile, offsetAt)
    .filter(({ at }) => isWithin(period, at))
    .map(({ id, piece: { pair }, at, units }): TaxEntry => ({
      id,
      kind: 'purchase',
      rowId: pair.id,
      pairId: pair.id,
      name: pair.name,
      at,
      treatment: 'global',
      figures: { poolPurchases: units },
    }));
  const { sales, purchases, carriedIn, margin, tax, carriedOut } = pooled;
  const whole: TaxEntry = {
    id: `scheme:${period.first}`,
    kind: 'scheme',
    rowId: period.first,
    pairId: null,
    name: '',
    at: (period.to - 1) as Instant,
    treatment: 'global',
    figures: { [names.tax]: tax, [names.net]: minor(-tax), poolCarriedIn: carriedIn },
  };
  return {
    entries: [...bought, whole],
    figures: [
      figureOf('poolSales', sales, currency),
      figureOf('poolPurchases', purchases, currency),
      figureOf('poolCarriedIn', carriedIn, currency),
      figureOf('poolMargin', margin, currency, { from: ['poolSales', 'poolPurchases', 'poolCarriedIn'] }),
      figureOf('poolCarriedOut', carriedOut, currency, { from: ['poolMargin'] }),
    ],
  };
}
