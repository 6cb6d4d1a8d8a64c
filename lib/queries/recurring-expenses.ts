import type { ArchvdDatabase } from '@/lib/db/database';
import type { RecurringExpenseRow } from '@/lib/db/money-rows';

export interface RecurringEntry {
  readonly recurring: RecurringExpenseRow;
  /** How many expenses it has made. */
  readonly made: number;
}

/** What comes again by itself: what comes next first, what is over last. */
export async function recurringExpenses(db: ArchvdDatabase): Promise<readonly RecurringEntry[]> {
  const rows = (await db.recurringExpenses.toArray()).filter(({ deletedAt }) => deletedAt === null);
  const counts = await Promise.all(rows.map(({ id }) => db.expenses.where('recurringId').equals(id).count()));
  const next = ({ recurring: { nextOn, updatedAt } }: RecurringEntry) => nextOn ?? `9999-${-updatedAt}`;
  return rows
    .map((recurring, nth) => ({ recurring, made: counts[nth] ?? 0 }))
    .toSorted((a, b) =>
      next(a) === next(b) ? (a.recurring.id < b.recurring.id ? -1 : 1) : next(a) < next(b) ? -1 : 1,
    );
}
