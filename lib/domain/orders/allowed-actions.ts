import type { Instant } from '../time/instant';
import type { OrderFacts } from './order';
import { orderStage } from './order-stage';

/** What a seller can do to an order. `relabel` makes another label in place of the one it has. */
export type OrderAction = 'confirm' | 'label' | 'relabel' | 'ship' | 'cancel';

/** Why it cannot be done now. */
export type OrderRefusal =
  | 'order-cancelled'
  | 'order-done'
  | 'confirmed-already'
  | 'not-confirmed'
  | 'labelled-already'
  | 'no-label'
  | 'shipped-already';

/** For each thing that can be done to an order: null, it can be done now; or why not. */
export type AllowedActions = Readonly<Record<OrderAction, OrderRefusal | null>>;

const every = (why: OrderRefusal): AllowedActions => ({
  confirm: why,
  label: why,
  relabel: why,
  ship: why,
  cancel: why,
});

/**
 * What may be asked of the marketplace for this order at `now`: confirm first, then a label, then ship; cancel until it is
 * shipped. The marketplace has the last word; this keeps what it would surely refuse from being asked.
 *
 * @example confirmed, no label: `label` and `cancel` can be done; `ship` is `no-label`, `confirm` is `confirmed-already`
 */
export function allowedOrderActions(order: OrderFacts, now: Instant): AllowedActions {
  switch (orderStage(order, now)) {
    case 'cancelled':
      return every('order-cancelled');
    case 'completed':
      return every('order-done');
    case 'in-transit':
    case 'at-marketplace':
      return { ...every('shipped-already'), confirm: 'confirmed-already' };
    case 'to-confirm':
      return { ...every('not-confirmed'), confirm: null, cancel: null };
    case 'to-ship': {
      const labelled = hasLabel(order);
      return {
        confirm: 'confirmed-already',
        label: labelled ? 'labelled-already' : null,
        relabel: labelled ? null : 'no-label',
        ship: labelled ? null : 'no-label',
        cancel: null,
      };
    }
  }
}

/**
 * Whether a label was made. Its fields alone say nothing: alias's own examples show them on an order that is merely
 * confirmed. Only where the status is one we do not know they have to do.
 */
export function hasLabel({ status, label, labelGeneratedAt }: OrderFacts): boolean {
  if (labelGeneratedAt !== null) return true;
  if (status === 'label-generated' || status === 'in-transit' || status === 'completed') return true;
  return status.startsWith('unknown:') && label !== null;
}
