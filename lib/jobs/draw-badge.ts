import type { ArchvdDatabase } from '@/lib/db/database';
import { needsAction } from '@/lib/domain/orders/order-stage';
import type { Badge, Clock } from '@/lib/platform/ports';
import type { Standing } from './engine';
import { isFailing } from './tell-trouble';

interface BadgeDeps {
  readonly db: ArchvdDatabase;
  readonly clock: Clock;
  readonly badge: Badge;
  standing(): Promise<Standing>;
}

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
