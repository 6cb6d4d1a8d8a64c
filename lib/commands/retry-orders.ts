import type { OutboxRow } from '@/lib/db/selling-rows';
import type { Write } from '@/lib/domain/outbox/write';
import type { OrderWrite } from '@/lib/domain/outbox/order-write';
import { planOrder, sendOrderWrites, type OrderWish } from './change-orders';
import type { CommandDeps } from './command-deps';
import { groupKindOf } from './group-kind';
import type { Accepted } from './selling-deps';

/**
 * Tries writes about orders again: what the order is by now decides whether anything is left to do. A label that waited
 * for a confirmation goes with it again. In a transaction over `orderChangeTables`.
 *
 * @returns what is left out by the write's id, once for each order
 */
export async function retryOrders(deps: CommandDeps, rows: readonly OutboxRow[]): Promise<Accepted> {
  if (rows.length === 0) return { groupId: null, accepted: 0, skipped: [] };
  const first = new Map(rows.toReversed().map((row) => [row.entityId, row]));
  const orders = await deps.db.orders.bulkGet([...first.keys()]);
  const planned = [...first].map(([orderId, row], nth) => {
    const wish = wishOf(rows.flatMap(({ entityId, write }) => (entityId === orderId ? [write] : [])));
    return { ...planOrder(deps, orderId, orders[nth], wish), id: row.id };
  });
  return sendOrderWrites(deps, await groupKindOf(deps.db, rows), planned);
}

function wishOf(writes: readonly Write[]): OrderWish {
  const label = writes.find(isLabel);
  if (writes.some(({ kind }) => kind === 'order/confirm'))
    return { do: 'confirm', label: label === undefined ? null : { type: label.labelType } };
  if (label !== undefined) return { do: 'label', type: label.labelType, again: label.again };
  return { do: writes.some(({ kind }) => kind === 'order/cancel') ? 'cancel' : 'ship' };
}

function isLabel(write: Write): write is Extract<OrderWrite, { kind: 'order/label' }> {
  return write.kind === 'order/label';
}
