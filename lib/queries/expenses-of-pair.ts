import type { ArchvdDatabase } from '@/lib/db/database';
import type { ExpenseRow } from '@/lib/db/money-rows';
import { shareExpense } from '@/lib/domain/expenses/share-expense';
import type { Money } from '@/lib/domain/money/money';

/** An expense that falls on a pair, in the currency it was paid in. */
export interface PairExpense {
  readonly expense: ExpenseRow;
  readonly share: Money;
}

/** What falls on a pair of the expenses it is named in, newest first. */
export async function expensesOfPair(db: ArchvdDatabase, pairId: string): Promise<readonly PairExpense[]> {
  const rows = await db.expenses.where('pairIds').equals(pairId).toArray();
  const living = rows.filter(({ deletedAt }) => deletedAt === null);
  const ids = [...new Set(living.flatMap(({ pairIds }) => pairIds))];
  const found = await db.inventory.bulkGet(ids);
  const pairs = new Map(found.flatMap((pair) => (pair === undefined ? [] : [[pair.id, pair]])));
  return living
    .toSorted((a, b) => b.spentAt - a.spentAt || (a.id < b.id ? -1 : 1))
    .flatMap((expense) => {
      // As the books share it: a pair that is gone for good bears nothing.
      const here = expense.pairIds.flatMap((id) => pairs.get(id) ?? []);
      const shares = shareExpense({ ...expense, pairIds: here.map(({ id }) => id) }, here);
      const share = shares.find((each) => each.pairId === pairId)?.amount;
      return share === undefined ? [] : [{ expense, share }];
    });
}
