import { groupBy } from '../grouping/group-by';
import { sum } from '../money/arithmetic';
import type { Money } from '../money/money';
import type { CalendarDate } from '../time/instant';
import type { OpenExpense, OpenPayout, ReconcileBooks, UnpaidSale } from './candidate';

/** The books by amount, so that each line looks only at what it could be. */
export interface BookIndex {
  readonly books: ReconcileBooks;
  readonly payouts: ReadonlyMap<string, readonly OpenPayout[]>;
  readonly sales: ReadonlyMap<string, readonly UnpaidSale[]>;
  readonly together: ReadonlyMap<string, readonly PaidTogether[]>;
  readonly expenses: ReadonlyMap<string, readonly OpenExpense[]>;
}

/** What can only fit what has the same: an amount in its currency. */
export const key = ({ minor, currency }: Money) => `${minor}${currency}`;

/** Looks at every row of the books once, so that matching a statement does not look at all of them for each line. */
export function indexBooks(books: ReconcileBooks): BookIndex {
  return {
    books,
    payouts: groupBy(books.payouts, ({ amount }) => key(amount)),
    sales: groupBy(books.sales, ({ net }) => key(net)),
    together: groupBy(allTogether(books.sales), ({ total }) => key(total)),
    expenses: groupBy(books.expenses, ({ amount }) => key(amount)),
  };
}

interface PaidTogether {
  readonly sales: readonly UnpaidSale[];
  readonly platform: UnpaidSale['platform'];
  readonly paidOn: CalendarDate;
  readonly total: Money;
}

/** Sales of one platform, one currency and one day of payment, where there are several. */
function allTogether(sales: readonly UnpaidSale[]): readonly PaidTogether[] {
  const dated = sales.filter(({ paidOn }) => paidOn !== null);
  const groups = groupBy(dated, ({ platform, paidOn, net }) => `${platform} ${paidOn ?? ''} ${net.currency}`);
  return [...groups.values()].flatMap((group): PaidTogether[] => {
    const [first] = group;
    if (first.paidOn === null || group.length < 2) return [];
    const total = sum(
      group.map(({ net }) => net),
      first.net.currency,
    );
    return [{ sales: group, platform: first.platform, paidOn: first.paidOn, total }];
  });
}
