import type { OutboxRow } from '@/lib/db/selling-rows';
import { isOrderKind, type Write, type WriteAuthor, type WriteKind } from '@/lib/domain/outbox/write';
import type { OrderWrite } from '@/lib/domain/outbox/order-write';

type ListingKind = Exclude<WriteKind, OrderWrite['kind']>;

/** What about a listing a write is: two writes of one aspect contradict each other. */
export const ASPECTS: Readonly<Record<ListingKind, 'price' | 'shelf' | 'being' | 'pictures'>> = {
  'listing/price': 'price',
  'listing/activate': 'shelf',
  'listing/deactivate': 'shelf',
  'listing/delete': 'being',
  'listing/create': 'being',
  'listing/picture': 'pictures',
};

/**
 * How a new write stands to an open one about the same listing: `beside`, it goes out after it; `replaces`, the older one
 * was not sent and is no longer wanted; `waits`, it cannot be asked for before the older one has ended.
 *
 * A rule never acts where anything is under way. A deletion takes everything unsent with it. About an order there is one
 * write at a time, but what was not sent yet gives way to a cancellation, and one label to another.
 *
 * @example a holiday begins while a price waits for the network: the price goes out first, then the listing off
 */
export function standsTo(open: OutboxRow, write: Write, by: WriteAuthor): 'beside' | 'replaces' | 'waits' {
  if (by === 'rule') return 'waits';
  if (isOrderKind(open.kind) || isOrderKind(write.kind)) {
    const givesWay = write.kind === 'order/cancel' || (write.kind === 'order/label' && open.kind === 'order/label');
    return open.state === 'pending' && givesWay ? 'replaces' : 'waits';
  }
  // A listing that is half made exists already: what was begun is finished.
  const unsent = open.state === 'pending' && !(open.kind === 'listing/create' && open.externalId !== null);
  if (write.kind === 'listing/delete') return unsent ? 'replaces' : open.kind === 'listing/delete' ? 'waits' : 'beside';
  if (open.kind === 'listing/delete') return unsent ? 'replaces' : 'waits';
  if (ASPECTS[open.kind] !== ASPECTS[write.kind]) return 'beside';
  if (ASPECTS[write.kind] === 'pictures') return 'beside';
  return unsent ? 'replaces' : 'waits';
}
