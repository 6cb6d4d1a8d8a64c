import type { OutboxRow } from '@/lib/db/selling-rows';
import { allowedOrderActions } from '@/lib/domain/orders/allowed-actions';
import type { Write } from '@/lib/domain/outbox/write';
import type { OrderWrite } from '@/lib/domain/outbox/order-write';
import { planOrder, sendOrderWrites, type OrderWish } from './change-orders';
import type { CommandDeps } from './command-deps';
import { groupKindOf } from './group-kind';
import type { Accepted } from './selling-deps';

/**
 * Tries writes about orders again: what the order is by now decides whether anything is left to do. A label that waited
 * for a confirmation goes with it again. What can only be done after that, to ship it, stays as it is. In a transaction
 * over `orderChangeTables`.
 *
 * @param rows wishes that do not contradict each other
 * @returns what is left out, by the write's id
 */
export async function retryOrders(deps: CommandDeps, rows: readonly OutboxRow[]): Promise<Accepted> {
  if (rows.length === 0) return { groupId: null, accepted: 0, skipped: [] };
  const byOrder = new Map<string, OutboxRow[]>();
  for (const row of rows) byOrder.set(row.entityId, [...(byOrder.get(row.entityId) ?? []), row]);
  const orders = await deps.db.orders.bulkGet([...byOrder.keys()]);
  const tries = [...byOrder].map(([orderId, ofOrder], nth) => {
    const { wish, kinds } = wishOf(ofOrder.map(({ write }) => write));
    const now = ofOrder.filter(({ kind }) => kinds.has(kind));
    const later = ofOrder.filter(({ kind }) => !kinds.has(kind));
    return { now, later, order: orders[nth], planned: planOrder(deps, orderId, orders[nth], wish) };
  });
  const sent = await sendOrderWrites(
    deps,
    await groupKindOf(deps.db, rows),
    tries.map(({ planned }) => planned),
  );
  const refused = new Map(sent.skipped.map(({ id, code }) => [id, code]));
  const skipped = tries.flatMap(({ now, later, order, planned }) => {
    const code = refused.get(planned.id);
    const whyLater = order === undefined ? null : allowedOrderActions(order, deps.now()).ship;
    return [
      ...(code === undefined ? [] : now.map(({ id }) => ({ id, code }))),
      ...later.map(({ id }) => ({ id, code: whyLater ?? code ?? 'write-under-way' })),
    ];
  });
  return { ...sent, skipped };
}

interface Chosen {
  readonly wish: OrderWish;
  /** Kinds of writes that it is made of. */
  readonly kinds: ReadonlySet<Write['kind']>;
}

function wishOf(writes: readonly Write[]): Chosen {
  const label = writes.find(isLabel);
  if (writes.some(({ kind }) => kind === 'order/confirm'))
    return {
      wish: { do: 'confirm', label: label === undefined ? null : { type: label.labelType } },
      kinds: new Set(['order/confirm', 'order/label']),
    };
  if (label !== undefined)
    return { wish: { do: 'label', type: label.labelType, again: label.again }, kinds: new Set(['order/label']) };
  const isCancel = writes.some(({ kind }) => kind === 'order/cancel');
  return { wish: { do: isCancel ? 'cancel' : 'ship' }, kinds: new Set(['order/cancel', 'order/ship']) };
}

function isLabel(write: Write): write is Extract<OrderWrite, { kind: 'order/label' }> {
  return write.kind === 'order/label';
}
