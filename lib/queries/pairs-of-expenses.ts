import type { ArchvdDatabase } from '@/lib/db/database';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { BookExpense } from './pnl-expenses';

/** Pairs to name rows by: of expenses with one pair; while something is searched for, of all of them. */
export async function pairsOfExpenses(
  db: ArchvdDatabase,
  all: readonly BookExpense[],
  everyPair: boolean,
): Promise<ReadonlyMap<string, Pair>> {
  const ids = [...new Set(all.flatMap(({ pairIds }) => (everyPair || pairIds.length === 1 ? pairIds : [])))];
  const pairs = await db.inventory.bulkGet(ids);
  return new Map(pairs.flatMap((pair) => (pair === undefined ? [] : [[pair.id, pair]])));
}
