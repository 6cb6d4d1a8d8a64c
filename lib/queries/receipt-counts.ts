import type { ArchvdDatabase } from '@/lib/db/database';

/** Keys of the index alone: the receipts themselves may take hundreds of megabytes. */
export async function receiptCounts(db: ArchvdDatabase): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  await db.receipts.orderBy('expenseId').eachKey((key) => {
    if (typeof key === 'string') counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return counts;
}
