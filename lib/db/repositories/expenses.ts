import type { CalendarDate, Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';

/** Whether a recurring expense fell due that nobody wrote down yet. */
export async function hasExpenseDue(db: ArchvdDatabase, today: CalendarDate): Promise<boolean> {
  return (await db.recurringExpenses.where('nextOn').belowOrEqual(today).count()) > 0;
}

/**
 * Lets go of the receipts of expenses that were taken out of the books before `before`: nobody sees them any more, and
 * they are megabytes in every backup. Until then an expense that is taken back has them again.
 */
export async function pruneReceipts(db: ArchvdDatabase, before: Instant): Promise<void> {
  await db.transaction('rw', [db.expenses, db.receipts], async () => {
    const held: string[] = [];
    await db.receipts.orderBy('expenseId').eachUniqueKey((key) => {
      if (typeof key === 'string') held.push(key);
    });
    const rows = await db.expenses.bulkGet(held);
    const gone = held.filter((_, nth) => {
      const deletedAt = rows[nth]?.deletedAt;
      return typeof deletedAt === 'number' && deletedAt < before;
    });
    await db.receipts.where('expenseId').anyOf(gone).delete();
  });
}
