import type { ArchvdDatabase } from '@/lib/db/database';
import { needsAction } from '@/lib/domain/orders/order-stage';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import type { Badge, Clock } from '@/lib/platform/ports';
import type { Standing } from './engine';
import { isFailing } from './tell-trouble';

interface BadgeDeps {
  readonly db: ArchvdDatabase;
  readonly clock: Clock;
  readonly badge: Badge;
  standing(): Promise<Standing>;
  /** Whether alerts are counted when nothing else waits. */
  countsAlerts(): Promise<boolean>;
}

/** What nobody looked at for a week is no news any more. */
const NEWS_MS = 7 * DAY_MS;

/**
 * The badge tells, from the books as they are: that nothing can be read, else the orders that wait for the seller, else
 * the alerts nobody has looked at.
 */
export async function drawBadge(deps: BadgeDeps): Promise<void> {
  const open = await deps.db.orders.where('status').noneOf(['completed', 'cancelled']).toArray();
  const now = deps.clock.now();
  const waiting = open.filter((order) => needsAction(order, now)).length;
  const standing = await deps.standing();
  const isTrouble = standing === 'ready' ? await isFailing(deps.db, now) : standing !== 'not-connected';
  if (isTrouble) return deps.badge.set('!', 'trouble');
  if (waiting > 0) return deps.badge.set(countText(waiting), 'needs-you');
  const alerts = (await deps.countsAlerts()) ? await unseenAlerts(deps.db, shiftInstant(now, -NEWS_MS)) : 0;
  return alerts > 0 ? deps.badge.set(countText(alerts), 'news') : deps.badge.set('', 'none');
}

function unseenAlerts(db: ArchvdDatabase, since: Instant): Promise<number> {
  return db.alertEvents
    .where('at')
    .above(since)
    .filter(({ seen, onBadge }) => onBadge && !seen)
    .count();
}

function countText(count: number): string {
  return count > 99 ? '99+' : String(count);
}
