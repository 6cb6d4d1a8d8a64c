import type { ExpenseEntry } from '@/lib/queries/expenses';
import { expenseCategoryText } from '../bridge/expense-words';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { distanceText } from './mileage-words';
import { everyText } from './recurring-words';

/** What an expense is called where one line has to do. */
export function nameOfExpense({ expense }: ExpenseEntry): string {
  const { supplier, note, mileage, category } = expense;
  if (mileage !== null) {
    const way = [mileage.from, mileage.to].filter((place) => place !== '').join(' → ');
    return [distanceText(mileage), way].filter((each) => each !== '').join(', ');
  }
  return supplier || note || expenseCategoryText(category);
}

/** Whom it falls on, and where it comes from. */
export function factsOf({ expense, every, pairName }: ExpenseEntry): readonly string[] {
  const { pairIds, supplier, note } = expense;
  const count = pairIds.length;
  return [
    ...(supplier !== '' && note !== '' ? [note] : []),
    ...(count === 0
      ? [t('pnl.overhead')]
      : [count === 1 && pairName !== null ? pairName : t('expenses.pairs', count, [countText(count)])]),
    ...(every === null ? [] : [t('expenses.fromRecurring', [everyText(every)])]),
  ];
}
