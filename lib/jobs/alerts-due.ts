import type { ArchvdDatabase } from '@/lib/db/database';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import type { AlertRow } from '@/lib/db/watching-rows';
import { sourceOf } from '@/lib/domain/alerts/alert-reading';
import { USE_BY_MS } from '@/lib/domain/alerts/decide-alert';
import type { Instant } from '@/lib/domain/time/instant';
import { startOfDay, type OffsetAt } from '@/lib/domain/time/period';

interface DueGround {
  readonly regionId: string | null;
  readonly offsetAt: OffsetAt;
  readonly now: Instant;
}

export interface DueAlerts {
  /** By product: what was read since each was last looked at. */
  readonly byProduct: ReadonlyMap<string, readonly AlertRow[]>;
  /** The newest of all readings. */
  readonly newest: number;
}

/** The alerts that a reading has something new for. One for the calendar is looked at once a day. */
export async function dueAlerts(db: ArchvdDatabase, { regionId, offsetAt, now }: DueGround): Promise<DueAlerts> {
  const alerts = (await db.alerts.toArray()).filter(({ enabled, deletedAt }) => enabled && deletedAt === null);
  const today = startOfDay(now, offsetAt);
  const [prices, sales] = await Promise.all([pricesReadAt(db, alerts, regionId), salesReadAt(db, alerts)]);
  const readAt = (alert: AlertRow): number => {
    const source = sourceOf(alert.kind);
    if (source === 'calendar') return today;
    return (source === 'prices' ? prices.get(alert.catalogId) : sales.get(salesKey(alert))) ?? 0;
  };
  const byProduct = new Map<string, AlertRow[]>();
  for (const alert of alerts) {
    const { lookedAt } = alert.state;
    // What is too old to be decided on waits for the next reading.
    if (now - readAt(alert) > USE_BY_MS && alert.kind !== 'release-tomorrow') continue;
    if (readAt(alert) <= (lookedAt === null || lookedAt > now ? 0 : lookedAt)) continue;
    const known = byProduct.get(alert.catalogId);
    if (known === undefined) byProduct.set(alert.catalogId, [alert]);
    else known.push(alert);
  }
  return { byProduct, newest: [...prices.values(), ...sales.values()].reduce((max, at) => Math.max(max, at), 0) };
}

async function pricesReadAt(
  db: ArchvdDatabase,
  alerts: readonly AlertRow[],
  regionId: string | null,
): Promise<ReadonlyMap<string, number>> {
  const ids = [...new Set(alerts.map(({ catalogId }) => catalogId))];
  const cursors = await db.cursors.bulkGet(ids.map((id) => pricesCursorId(id, regionId)));
  return new Map(ids.map((id, nth) => [id, cursors[nth]?.finishedAt ?? 0]));
}

/** Of a product watched whole the size that was read last. */
async function salesReadAt(db: ArchvdDatabase, alerts: readonly AlertRow[]): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const alert of alerts.filter(({ kind }) => sourceOf(kind) === 'sales')) {
    const key = salesKey(alert);
    if (found.has(key)) continue;
    const id = `alias/recent-sales/${alert.catalogId}/`;
    const cursors =
      alert.usSize === null
        ? await db.cursors.where('id').startsWith(id).toArray()
        : [await db.cursors.get(`${id}${alert.usSize}`)];
    found.set(
      key,
      cursors.reduce((max, cursor) => Math.max(max, cursor?.finishedAt ?? 0), 0),
    );
  }
  return found;
}

function salesKey({ catalogId, usSize }: AlertRow): string {
  return `${catalogId}/${usSize ?? '*'}`;
}
