import type { OutboxRow } from '@/lib/db/selling-rows';
import { orderStanding } from '@/lib/domain/orders/order-standing';
import { isOrderWrite } from '@/lib/domain/outbox/write';
import type { Turn } from './outbox-run';
import { CONFIRMED, ended, type RowChange } from './row-changes';

/**
 * The last look before a write about an order leaves, on what the books say at this very moment: a reading may have found
 * meanwhile that it is done, or over.
 *
 * @param rows at least one
 * @returns how a write ends instead of being sent, by the row's id
 */
export async function lookAtOrders({ deps }: Turn, rows: readonly OutboxRow[]): Promise<Map<string, RowChange>> {
  const orders = await deps.db.orders.bulkGet(rows.map(({ entityId }) => entityId));
  const changes = new Map<string, RowChange>();
  for (const [nth, row] of rows.entries()) {
    const order = orders[nth];
    if (order === undefined) changes.set(row.id, ended('rejected', 'gone'));
    else if (isOrderWrite(row.write)) {
      const standing = orderStanding(row.write, order);
      if (standing === 'done') changes.set(row.id, CONFIRMED);
      if (standing === 'over') changes.set(row.id, ended('rejected', 'order-over'));
    }
  }
  return changes;
}
