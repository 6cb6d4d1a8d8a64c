import type { ArchvdDatabase } from '@/lib/db/database';
import type { AlertRow } from '@/lib/db/watching-rows';
import { groupBy } from '@/lib/domain/grouping/group-by';
import type { Instant } from '@/lib/domain/time/instant';
import { standingOf, type AlertStanding } from './alert-standing';

/** An alert as it is listed. */
export interface ListedAlert {
  readonly alert: AlertRow;
  readonly standing: AlertStanding;
}

/** Alerts by the watched item they belong to, oldest first; items without one are not in it. */
export async function listAlerts(
  db: ArchvdDatabase,
  itemIds: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, readonly ListedAlert[]>> {
  const rows = await db.alerts
    .where('itemId')
    .anyOf([...new Set(itemIds)])
    .toArray();
  return groupBy(listed(rows, now), ({ alert }) => alert.itemId);
}

/** All alerts on a product, of any size, oldest first. */
export async function alertsOfProduct(
  db: ArchvdDatabase,
  catalogId: string,
  now: Instant,
): Promise<readonly ListedAlert[]> {
  return listed(await db.alerts.where('catalogId').equals(catalogId).toArray(), now);
}

function listed(rows: readonly AlertRow[], now: Instant): readonly ListedAlert[] {
  return rows
    .filter(({ deletedAt }) => deletedAt === null)
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
    .map((alert) => ({ alert, standing: standingOf(alert, now) }));
}
