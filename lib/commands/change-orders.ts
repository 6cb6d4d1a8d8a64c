import type { ArchvdDatabase, AnyTable } from '@/lib/db/database';
import { appendActivity } from '@/lib/db/repositories/activity';
import type { WriteGroupKind } from '@/lib/db/selling-rows';
import { allowedOrderActions, type OrderAction } from '@/lib/domain/orders/allowed-actions';
import { labelMark } from '@/lib/domain/orders/order-standing';
import type { Order } from '@/lib/domain/orders/order';
import type { LabelType, OrderWrite } from '@/lib/domain/outbox/order-write';
import { enqueueGroup, enqueueTables, type NewWrite } from '@/lib/outbox/enqueue';
import { CommandError, type CommandDeps } from './command-deps';
import type { Accepted, Skipped } from './selling-deps';

/** What a person asks for of orders. `confirm` with a label: the label is made once the order is confirmed. */
export type OrderWish =
  | { readonly do: 'confirm'; readonly label: { readonly type: LabelType | null } | null }
  | { readonly do: 'label'; readonly type: LabelType | null; readonly again: boolean }
  | { readonly do: 'ship' }
  | { readonly do: 'cancel' };

/** Orders one command changes at most; each is a request of its own. */
const MOST_ORDERS = 500;

/** Tables a command on orders reads and writes. */
export function orderChangeTables(db: ArchvdDatabase): AnyTable[] {
  return [...enqueueTables(db), db.orders, db.activity];
}

/**
 * Puts what is wanted of orders into the outbox. What cannot be done to one now is skipped with why: `not-found`,
 * `write-under-way`, or a refusal of `allowedOrderActions`. Confirming an order that is confirmed already, with a label
 * wanted, makes the label.
 *
 * None of it can be taken back once it was sent; what waits still can be cancelled.
 *
 * @throws CommandError `too-many`
 */
export async function changeOrders(deps: CommandDeps, orderIds: readonly string[], wish: OrderWish): Promise<Accepted> {
  const { db } = deps;
  const ids = [...new Set(orderIds)];
  if (ids.length > MOST_ORDERS)
    throw new CommandError('too-many', `At most ${MOST_ORDERS} orders are changed at once. Nothing was changed.`);
  return db.transaction('rw', orderChangeTables(db), async () => {
    const orders = await db.orders.bulkGet(ids);
    const planned = ids.map((id, nth) => planOrder(deps, id, orders[nth], wish));
    return sendOrderWrites(deps, groupKind(wish), planned);
  });
}

/** What is to become of one order: writes in the order they are to be sent, or why there are none. */
export type PlannedOrder =
  | { readonly id: string; readonly order: Order; readonly writes: readonly NewWrite[] }
  | { readonly id: string; readonly code: string };

/** What a wish comes to for one order, as the books know it. */
export function planOrder(deps: CommandDeps, id: string, order: Order | undefined, wish: OrderWish): PlannedOrder {
  if (order === undefined) return { id, code: 'not-found' };
  const allowed = allowedOrderActions(order, deps.now());
  if (wish.do === 'confirm' && wish.label !== null && allowed.confirm === 'confirmed-already' && allowed.label === null)
    return { id, order, writes: [{ entityId: id, write: labelWrite(order, wish.label.type, false) }] };
  const refusal = allowed[actionOf(wish)];
  if (refusal !== null) return { id, code: refusal };
  return { id, order, writes: writesOf(deps, order, wish) };
}

function actionOf(wish: OrderWish): OrderAction {
  return wish.do === 'label' && wish.again ? 'relabel' : wish.do;
}

function writesOf(deps: CommandDeps, order: Order, wish: OrderWish): readonly NewWrite[] {
  const { id: entityId, externalId } = order;
  const write = (what: OrderWrite): NewWrite => ({ entityId, write: what });
  switch (wish.do) {
    case 'confirm': {
      const confirm = { ...write({ kind: 'order/confirm', externalId }), id: deps.newId() };
      if (wish.label === null) return [confirm];
      return [confirm, { ...write(labelWrite(order, wish.label.type, false)), after: [confirm.id] }];
    }
    case 'label':
      return [write(labelWrite(order, wish.type, wish.again))];
    case 'ship':
      return [write({ kind: 'order/ship', externalId })];
    case 'cancel':
      return [write({ kind: 'order/cancel', externalId })];
  }
}

function labelWrite(order: Order, labelType: LabelType | null, again: boolean): OrderWrite {
  return {
    kind: 'order/label',
    externalId: order.externalId,
    labelType,
    again,
    instead: again ? labelMark(order) : null,
  };
}

function groupKind(wish: OrderWish): WriteGroupKind {
  return wish.do === 'confirm' && wish.label !== null ? 'order-confirm-label' : `order-${wish.do}`;
}

/** Enqueues what was planned and tells the activity. In a transaction over `orderChangeTables`. */
export async function sendOrderWrites(
  deps: CommandDeps,
  kind: WriteGroupKind,
  planned: readonly PlannedOrder[],
): Promise<Accepted> {
  const skipped: Skipped[] = planned.flatMap((each) => ('code' in each ? [{ id: each.id, code: each.code }] : []));
  const wished = planned.filter((each) => 'writes' in each);
  const queued = await enqueueGroup(
    deps,
    { kind, by: 'user' },
    wished.flatMap(({ writes }) => writes),
  );
  const late = new Set(queued.skipped.map(({ id }) => id));
  skipped.push(...wished.flatMap(({ id, order }) => (late.has(order.id) ? [{ id, code: 'write-under-way' }] : [])));
  for (const { order, writes } of wished.filter((each) => !late.has(each.order.id)))
    await appendActivity(deps.db, {
      id: deps.newId(),
      at: deps.now(),
      kind: `orders/${kind}`,
      by: 'user',
      entity: { table: 'orders', id: order.id },
      summary: `${SUMMARY[kind] ?? 'Changed'} (order ${order.orderNumber})`,
      facts: { writes: writes.length, groupId: queued.groupId },
    });
  return { groupId: queued.groupId, accepted: wished.length - late.size, skipped };
}

const SUMMARY: Partial<Record<WriteGroupKind, string>> = {
  'order-confirm': 'Confirmation wanted',
  'order-confirm-label': 'Confirmation and label wanted',
  'order-label': 'Label wanted',
  'order-ship': 'Wanted as shipped',
  'order-cancel': 'Cancellation wanted',
};
