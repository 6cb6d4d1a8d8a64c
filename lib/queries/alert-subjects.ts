import type { ArchvdDatabase } from '@/lib/db/database';
import type { WatchlistItemRow } from '@/lib/db/rows';
import type { Product } from '@/lib/domain/catalog/product';
import type { Instant } from '@/lib/domain/time/instant';
import { listAlerts, type ListedAlert } from './alerts';

/** Something watched, with the alerts on it. */
export interface AlertSubject {
  readonly item: WatchlistItemRow;
  /** null: not read from the catalogue yet. */
  readonly product: Product | null;
  readonly alerts: readonly ListedAlert[];
}

/** What these items are and which alerts they have; what is no longer watched is left out. */
export async function alertSubjects(
  db: ArchvdDatabase,
  itemIds: readonly string[],
  now: Instant,
): Promise<readonly AlertSubject[]> {
  const rows = await db.watchlistItems.bulkGet([...itemIds]);
  const items = rows.flatMap((item) => (item === undefined || item.deletedAt !== null ? [] : [item]));
  const ids = [...new Set(items.map(({ catalogId }) => catalogId))];
  const [products, alerts] = await Promise.all([
    db.products.where('catalogId').anyOf(ids).toArray(),
    listAlerts(
      db,
      items.map(({ id }) => id),
      now,
    ),
  ]);
  const productOf = new Map(products.map((product) => [product.catalogId, product]));
  return items.map((item) => ({
    item,
    product: productOf.get(item.catalogId) ?? null,
    alerts: alerts.get(item.id) ?? [],
  }));
}

/** An alert with what it watches. */
export interface AlertLine extends ListedAlert {
  readonly item: WatchlistItemRow;
  readonly product: Product | null;
}

/** All alerts on what is watched, newest first. */
export async function allAlerts(db: ArchvdDatabase, now: Instant): Promise<readonly AlertLine[]> {
  const itemIds = (await db.alerts.orderBy('itemId').uniqueKeys()).map(String);
  const subjects = await alertSubjects(db, itemIds, now);
  return subjects
    .flatMap(({ item, product, alerts }) => alerts.map((listed) => ({ ...listed, item, product })))
    .toSorted((a, b) => b.alert.createdAt - a.alert.createdAt || (a.alert.id < b.alert.id ? -1 : 1));
}
