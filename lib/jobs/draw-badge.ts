import type { ArchvdDatabase } from '@/lib/db/database';
import { needsAction } from '@/lib/domain/orders/order-stage';
import { ageOf, MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import type { Badge, Clock } from '@/lib/platform/ports';
import type { Standing } from './engine';

interface BadgeDeps {
  readonly db: ArchvdDatabase;
  readonly clock: Clock;
  readonly badge: Badge;
  standing(): Promise<Standing>;
}

/** Orders not read for this long, although they should come every minute, is trouble the seller has to know of. */
const SILENCE_MS = 30 * MINUTE_MS;
/** Before orders were ever read, so many failures in a row are. */
const FAILURES = 3;

/** The badge tells, from the books as they are: that nothing can be read, else the orders that wait for the seller. */
export async function drawBadge(deps: BadgeDeps): Promise<void> {
  const open = await deps.db.orders.where('status').noneOf(['completed', 'cancelled']).toArray();
  const now = deps.clock.now();
  const waiting = open.filter((order) => needsAction(order, now)).length;
  const standing = await deps.standing();
  const isTrouble = standing === 'ready' ? await isFailing(deps.db, now) : standing !== 'not-connected';
  if (isTrouble) await deps.badge.set('!', 'trouble');
  else
    await deps.badge.set(
      waiting === 0 ? '' : waiting > 99 ? '99+' : String(waiting),
      waiting === 0 ? 'none' : 'needs-you',
    );
}

async function isFailing(db: ArchvdDatabase, now: Instant): Promise<boolean> {
  const orders = await db.jobs.get('orders');
  if (orders === undefined || orders.failures === 0) return false;
  return orders.lastSuccessAt === null ? orders.failures >= FAILURES : ageOf(orders.lastSuccessAt, now) > SILENCE_MS;
}
