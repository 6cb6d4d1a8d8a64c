import type { ArchvdDatabase } from '@/lib/db/database';
import { needsAction } from '@/lib/domain/orders/order-stage';
import type { Badge, Clock } from '@/lib/platform/ports';
import type { Standing } from './engine';

interface BadgeDeps {
  readonly db: ArchvdDatabase;
  readonly clock: Clock;
  readonly badge: Badge;
  standing(): Promise<Standing>;
}

/** The badge tells, from the books as they are: orders that wait for the seller, else that nothing can be read. */
export async function drawBadge(deps: BadgeDeps): Promise<void> {
  const open = await deps.db.orders.where('status').noneOf(['completed', 'cancelled']).toArray();
  const now = deps.clock.now();
  const waiting = open.filter((order) => needsAction(order, now)).length;
  const standing = await deps.standing();
  if (standing !== 'ready' && standing !== 'not-connected') await deps.badge.set('!', 'trouble');
  else
    await deps.badge.set(
      waiting === 0 ? '' : waiting > 99 ? '99+' : String(waiting),
      waiting === 0 ? 'none' : 'needs-you',
    );
}
