import type { ArchvdDatabase } from '@/lib/db/database';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Sale } from '@/lib/domain/sales/sale';
import type { Period } from '@/lib/domain/time/period';

/** A sale with the pair it sold; a pair in the bin still tells what it cost. */
export interface SoldPair {
  readonly sale: Sale;
  readonly pair: Pair | null;
}

/** Sales of a period, reversed ones included, oldest first; all of them when no period is given. */
export async function readSoldPairs(db: ArchvdDatabase, period: Period | null): Promise<readonly SoldPair[]> {
  const bySale =
    period === null
      ? db.sales.orderBy('soldAt')
      : db.sales.where('soldAt').between(period.from, period.to, true, false);
  const sales = await bySale.toArray();
  const pairs = await db.inventory.bulkGet(sales.map((sale) => sale.pairId));
  return sales.map((sale, index) => ({ sale, pair: pairs[index] ?? null }));
}
