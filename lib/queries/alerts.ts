import type { ArchvdDatabase } from '@/lib/db/database';
import type { AlertRow } from '@/lib/db/watching-rows';
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
  const byItem = new Map<string, ListedAlert[]>();
  for (const each of listed(rows, now)) {
    const known = byItem.get(each.alert.itemId);
    if (known === undefined) byItem.set(each.alert.itemId, [each]);
    else known.push(each);
  }
  return byItem;
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
