import { isOrderWrite, type Write } from '@/lib/domain/outbox/write';
import type { OrderWrite } from '@/lib/domain/outbox/order-write';
import { ASPECTS } from './stands-to';

/**
 * Whether two writes about the same listing, pair or order cannot both be wanted: of an order that is to be cancelled
 * nothing else is, of a listing that is to go neither; and one price, shelf or label takes the place of another.
 *
 * @example to confirm and to cancel an order: yes; to confirm it and to make its label: no
 */
export function contradicts(a: Write, b: Write): boolean {
  if (isOrderWrite(a) || isOrderWrite(b)) return isOrderWrite(a) && isOrderWrite(b) && contradictOfOrder(a, b);
  if (a.kind === 'listing/delete' || b.kind === 'listing/delete') return a.kind !== b.kind;
  return ASPECTS[a.kind] === ASPECTS[b.kind] && ASPECTS[a.kind] !== 'pictures';
}

function contradictOfOrder(a: OrderWrite, b: OrderWrite): boolean {
  if (a.kind === 'order/label' && b.kind === 'order/label') return a.labelType !== b.labelType || a.again !== b.again;
  return (a.kind === 'order/cancel') !== (b.kind === 'order/cancel');
}
