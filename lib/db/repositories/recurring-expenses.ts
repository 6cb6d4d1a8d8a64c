import type { CalendarDate } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';

/** Whether a recurring expense fell due that nobody wrote down yet. */
export async function hasExpenseDue(db: ArchvdDatabase, today: CalendarDate): Promise<boolean> {
  return (await db.recurringExpenses.where('nextOn').belowOrEqual(today).count()) > 0;
}
