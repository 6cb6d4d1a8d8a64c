import type { AlertKind } from '@/lib/domain/alerts/alert';
import { DAY_MS, MINUTE_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import { pricesCursorId } from './cursors';
import { getMeta, setMeta } from './meta';

/** The newest reading alerts were looked at with, and when they are looked at whether there is one or not. */
const LOOKED_TO = 'alerts/looked-to';
const NEXT_LOOK = 'alerts/next-look';

/** Alerts are looked at this often whatever is read. */
export const LONGEST_WAIT_MS = 15 * MINUTE_MS;

/** Alerts that wait for sales instead of prices. */
const OF_SALES: readonly AlertKind[] = ['sales-per-week-above', 'sold-at-or-below'];

/**
 * Whether alerts have to be looked at: a product of theirs was read since, or their time has come. Asked every minute by
 * who does not want to load what looks at them.
 */
export async function hasAlertWork(db: ArchvdDatabase, regionId: string | null, now: Instant): Promise<boolean> {
  if ((await db.alerts.count()) === 0) return false;
  const next = Number((await getMeta(db, NEXT_LOOK)) ?? 0);
  // One that lies further ahead was set by a clock that has been set back since.
  if (next <= now || next > now + LONGEST_WAIT_MS) return true;
  const lookedTo = Number((await getMeta(db, LOOKED_TO)) ?? 0);
  const keys = await db.alerts.orderBy('catalogId').uniqueKeys();
  const ids = keys.flatMap((key) => (typeof key === 'string' ? [pricesCursorId(key, regionId)] : []));
  const cursors = await db.cursors.bulkGet(ids);
  return cursors.some((cursor) => (cursor?.finishedAt ?? 0) > lookedTo) || hasNewSales(db, lookedTo);
}

async function hasNewSales(db: ArchvdDatabase, lookedTo: number): Promise<boolean> {
  const alerts = await db.alerts
    .where('kind')
    .anyOf([...OF_SALES])
    .toArray();
  for (const catalogId of new Set(alerts.map((alert) => alert.catalogId))) {
    const cursors = await db.cursors.where('id').startsWith(`alias/recent-sales/${catalogId}/`).toArray();
    if (cursors.some(({ finishedAt }) => (finishedAt ?? 0) > lookedTo)) return true;
  }
  return false;
}

/** Notes how far alerts were looked at, and when at the latest they are looked at again. */
export async function noteAlertsLooked(
  db: ArchvdDatabase,
  looked: { readonly to: number; readonly next: Instant },
  now: Instant,
): Promise<void> {
  await setMeta(db, LOOKED_TO, looked.to, now);
  await setMeta(db, NEXT_LOOK, looked.next, now);
}

/** A new or changed alert is looked at with what was read before it, too. */
export async function makeAlertsDue(db: ArchvdDatabase, now: Instant): Promise<void> {
  await setMeta(db, NEXT_LOOK, 0, now);
}

const EVENTS_KEPT_MS = 365 * DAY_MS;
/** As long as what was taken away can be taken back, and longer. */
const REMOVED_KEPT_MS = 90 * DAY_MS;

/** Drops what rang more than a year ago, and alerts taken away long since. @returns how many rows went */
export async function pruneAlerts(db: ArchvdDatabase, now: Instant): Promise<number> {
  const events = await db.alertEvents.where('at').below(shiftInstant(now, -EVENTS_KEPT_MS)).delete();
  const before = now - REMOVED_KEPT_MS;
  const removed = await db.alerts.filter(({ deletedAt }) => deletedAt !== null && deletedAt < before).delete();
  return events + removed;
}
