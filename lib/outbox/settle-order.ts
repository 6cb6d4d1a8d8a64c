import type { OutboxRow } from '@/lib/db/selling-rows';
import type { OrderFacts } from '@/lib/domain/orders/order';
import type { Turn } from './outbox-run';
import type { RowChange } from './row-changes';

/** What was found out about one write about an order. */
export interface OrderOutcome {
  readonly row: OutboxRow;
  readonly change: RowChange;
  /** The order as the marketplace told it; null: it told nothing. */
  readonly order: OrderFacts | null;
}

/**
 * Records an outcome together with the order it tells of, all or nothing. A row that is not on its way any more, since
 * somebody settled it before, stays as it is; what waits for this one need not wait any longer.
 */
export async function settleOrder(turn: Turn, { row, change, order }: OrderOutcome): Promise<void> {
  const { db } = turn.deps;
  const keeping = order === null ? null : await turn.deps.orderKeeping();
  await turn.inBooks(keeping?.tables ?? [], async () => {
    const now = turn.now();
    const kept = await db.outbox.get(row.id);
    if (kept?.state !== 'sending' && kept?.state !== 'unknown') return;
    // Nothing is awaited that may not touch the database: it would end the transaction.
    if (keeping !== null && order !== null) await keeping.keep(order, now);
    await db.outbox.put({ ...row, ...change, updatedAt: now });
    if (change.state !== 'confirmed') return;
    await db.outbox
      .where('entityId')
      .equals(row.entityId)
      .filter(({ state, after }) => state === 'pending' && after.includes(row.id))
      .modify({ nextAt: now });
  });
}
