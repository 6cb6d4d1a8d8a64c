import type { ArchvdDatabase } from '@/lib/db/database';
import { addNoticeOnce } from '@/lib/db/repositories/notices';
import type { AlertEventRow, AlertRow } from '@/lib/db/watching-rows';
import type { AlertFacts } from '@/lib/domain/alerts/alert-facts';
import type { Product } from '@/lib/domain/catalog/product';
import type { Instant } from '@/lib/domain/time/instant';
import type { DecidedAlert } from './alerts-decide';

interface Words {
  readonly title: string;
  readonly message: string;
}

/** What is said of an alert; the words live outside. */
export type AlertNoticeWords = (product: Product | null, facts: AlertFacts) => Words;

/** Tables `keepDecided` touches. */
export function alertTables(db: ArchvdDatabase) {
  return [db.alerts, db.alertEvents, db.notices, db.watchlistItems];
}

/**
 * Keeps what became of alerts and rings: the state, the event and its notice are one transaction, and the event is
 * named by its reading, so that it rings once, also when a worker dies over it. An alert that somebody changed, or that
 * was looked at by another, is passed over. Its own stamp stays: nobody edited it.
 *
 * @returns how many rang
 */
export async function keepDecided(
  db: ArchvdDatabase,
  decided: readonly DecidedAlert[],
  words: AlertNoticeWords,
  now: Instant,
): Promise<number> {
  const present = await db.alerts.bulkGet(decided.map(({ alert }) => alert.id));
  const items = await db.watchlistItems.bulkGet(decided.map(({ alert }) => alert.itemId));
  let rang = 0;
  const kept: AlertRow[] = [];
  for (const [nth, { alert, decision, product }] of decided.entries()) {
    const row = present[nth];
    if (row === undefined || !isAsDecidedOn(row, alert) || items[nth]?.deletedAt !== null) continue;
    if (decision.state !== alert.state) kept.push({ ...row, state: decision.state });
    if (decision.kind === 'hold') continue;
    rang += 1;
    await ring(db, alert, decision.facts, words(product, decision.facts), now);
  }
  await db.alerts.bulkPut(kept);
  return rang;
}

function isAsDecidedOn(row: AlertRow, alert: AlertRow): boolean {
  return (
    row.deletedAt === null &&
    row.updatedAt === alert.updatedAt &&
    row.state.lookedAt === alert.state.lookedAt &&
    row.state.snoozedUntil === alert.state.snoozedUntil
  );
}

async function ring(db: ArchvdDatabase, alert: AlertRow, facts: AlertFacts, told: Words, now: Instant): Promise<void> {
  const id = await ringId(db, alert, facts);
  const { notification, badge, digest } = alert.options.channels;
  const event: AlertEventRow = {
    id,
    alertId: alert.id,
    itemId: alert.itemId,
    catalogId: alert.catalogId,
    usSize: facts.usSize,
    kind: alert.kind,
    at: now,
    seen: false,
    onBadge: badge,
    ...told,
    digest: digest ? 'waiting' : null,
    facts: { ...facts },
  };
  await db.alertEvents.put(event);
  if (notification) await addNoticeOnce(db, { id, at: now, route: marketRoute(alert.catalogId), ...told });
}

/** Named by the reading; one that was changed since it rang for the same reading rings for itself. */
async function ringId(db: ArchvdDatabase, { id, updatedAt }: AlertRow, { readAt }: AlertFacts): Promise<string> {
  const name = `alert:${id}:${readAt}`;
  return (await db.alertEvents.get(name)) === undefined ? name : `${name}+${updatedAt}`;
}

/** The market of what rang, as the app writes it. */
function marketRoute(catalogId: string): string {
  return `/market?product=${encodeURIComponent(catalogId)}`;
}
