import type { ArchvdDatabase } from '@/lib/db/database';
import type { AlertEventRow } from '@/lib/db/watching-rows';
import type { Product } from '@/lib/domain/catalog/product';
import type { AlertKind } from '@/lib/domain/alerts/alert';
import type { Instant } from '@/lib/domain/time/instant';
import { newestFirst } from './newest-first';

interface HistoryRequest {
  /** null: of every kind. */
  readonly kind: AlertKind | null;
  readonly unseen: boolean;
  /** null: of every product. */
  readonly catalogId: string | null;
  /** From before this event on: the `next` of the page before; null: from the newest. */
  readonly after: { readonly at: Instant; readonly id: string } | null;
  /** Rows of a page. */
  readonly limit: number;
}

/** `product` is null where it is not in the catalogue that was read. */
export interface RangEvent extends AlertEventRow {
  readonly product: Product | null;
}

export interface AlertHistory {
  /** Newest first. */
  readonly events: readonly RangEvent[];
  /** Where the next page begins; null: that was all. */
  readonly next: HistoryRequest['after'];
}

/** What rang, newest first, page by page. */
export async function alertHistory(db: ArchvdDatabase, request: HistoryRequest): Promise<AlertHistory> {
  const { kind, unseen, catalogId, after, limit } = request;
  const ordered = after === null ? db.alertEvents.orderBy('at') : db.alertEvents.where('at').belowOrEqual(after.at);
  const found = await newestFirst(ordered)
    .filter(
      (event) =>
        (kind === null || event.kind === kind) &&
        (!unseen || !event.seen) &&
        (catalogId === null || event.catalogId === catalogId) &&
        // Of one moment the greater id comes first, as the index has it from that end.
        (after === null || event.at < after.at || event.id < after.id),
    )
    .limit(limit + 1)
    .toArray();
  const events = found.slice(0, limit);
  const last = events.at(-1);
  const ids = [...new Set(events.flatMap((event) => event.catalogId ?? []))];
  const products = await db.products.where('catalogId').anyOf(ids).toArray();
  const productOf = new Map(products.map((product) => [product.catalogId, product]));
  const named = events.map((event) => ({ ...event, product: productOf.get(event.catalogId ?? '') ?? null }));
  return { events: named, next: found.length > limit && last !== undefined ? { at: last.at, id: last.id } : null };
}
