import type { ArchvdDatabase } from '../database';
import type { AlertEventRow, AlertRow } from '../watching-rows';
import { sameTrigger } from '@/lib/domain/alerts/same-trigger';

/** How alerts stood in the books that a copy takes the place of. */
export interface RungSince {
  readonly alerts: readonly AlertRow[];
  readonly events: readonly AlertEventRow[];
}

/** For the transaction of a restore, before anything is cleared. */
export async function readRung(db: ArchvdDatabase): Promise<RungSince> {
  const [alerts, events] = await Promise.all([db.alerts.toArray(), db.alertEvents.toArray()]);
  return { alerts, events };
}

/**
 * What rang since the copy was taken does not ring again: an alert of the copy that waits for the same goes on as it
 * stood, and what the digest told, or a person saw, stays told and seen. Nothing the copy does not hold is added.
 */
export async function keepRung(db: ArchvdDatabase, { alerts, events }: RungSince): Promise<void> {
  const stood = new Map(alerts.map((alert) => [alert.id, alert]));
  const told = new Map(events.map((event) => [event.id, event]));
  await db.alerts.toCollection().modify((alert) => {
    const before = stood.get(alert.id);
    if (before === undefined || before.usSize !== alert.usSize || !sameTrigger(before.trigger, alert.trigger)) return;
    Object.assign(alert, { state: before.state });
  });
  await db.alertEvents.toCollection().modify((event) => {
    const before = told.get(event.id);
    if (before !== undefined) Object.assign(event, { seen: before.seen, digest: before.digest });
  });
}
