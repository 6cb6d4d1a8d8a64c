import type { ArchvdDatabase } from '@/lib/db/database';
import type { ExpenseRow, ReceiptRow } from '@/lib/db/money-rows';
import { noonOf } from '@/lib/domain/expenses/due-expenses';
import type { Mileage } from '@/lib/domain/expenses/expense';
import { taxYearOf } from '@/lib/domain/expenses/mileage';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { CalendarDate } from '@/lib/domain/time/instant';
import type { OffsetAt } from '@/lib/domain/time/period';

export interface ExpenseDetail {
  readonly expense: ExpenseRow;
  /** Oldest first. */
  readonly receipts: readonly ReceiptRow[];
}

/** One expense with its receipts; null when it is not in the books any more. */
export async function expenseDetail(db: ArchvdDatabase, id: string): Promise<ExpenseDetail | null> {
  const expense = await db.expenses.get(id);
  if (expense === undefined || expense.deletedAt !== null) return null;
  const receipts = await db.receipts.where('expenseId').equals(id).toArray();
  return { expense, receipts: receipts.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)) };
}

/** Pairs by their ids, in that order; those that are gone are left out. */
export async function pairsById(db: ArchvdDatabase, ids: readonly string[]): Promise<readonly Pair[]> {
  return (await db.inventory.bulkGet([...ids])).flatMap((pair) => (pair === undefined ? [] : [pair]));
}

/**
 * What was driven in the tax year of a day before another journey is added, in tenths of the unit. A rate that falls after
 * a distance counts the whole year, whatever the order in which journeys were written down.
 */
export async function drivenInYear(
  db: ArchvdDatabase,
  day: CalendarDate,
  { unit, yearFrom }: { readonly unit: Mileage['unit']; readonly yearFrom: string },
  offsetAt: OffsetAt,
): Promise<number> {
  const { from, to } = taxYearOf(day, yearFrom);
  const [begin, end] = [noonOf(from, offsetAt), noonOf(to, offsetAt)];
  const journeys = await db.expenses.where('category').equals('mileage').toArray();
  return journeys.reduce((driven, { mileage, spentAt, deletedAt }) => {
    const counts = deletedAt === null && spentAt >= begin && spentAt < end && mileage?.unit === unit;
    return counts ? driven + mileage.tenths : driven;
  }, 0);
}
