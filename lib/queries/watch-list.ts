import type { ArchvdDatabase } from '@/lib/db/database';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import { livingLists } from '@/lib/db/repositories/watchlists';
import type { WatchlistItemRow } from '@/lib/db/rows';
import { groupBy } from '@/lib/domain/grouping/group-by';
import { isPlain } from '@/lib/domain/market/market-look';
import type { Instant } from '@/lib/domain/time/instant';
import { listAlerts } from './alerts';
import { createMatcher } from './match-text';
import { readRates } from './rates';
import { watchOrder, type WatchSort } from './watch-order';
import { toWatchRow, type WatchRow } from './watch-row';

export const WATCH_SHOWS = ['all', 'alerts', 'rang', 'near'] as const;

/** Which of what is watched: with an alert or a target, rang today, or at most 5 % above its target. */
export type WatchShow = (typeof WATCH_SHOWS)[number];

interface WatchRequest {
  /** null: all lists. */
  readonly watchlistId: string | null;
  readonly show: WatchShow;
  readonly search: string;
  readonly sort: { readonly by: WatchSort; readonly descending: boolean };
  /** Region whose prices are meant; null: everywhere. */
  readonly regionId: string | null;
  readonly now: Instant;
  /** Midnight where the seller is. */
  readonly today: Instant;
}

export interface WatchListName {
  readonly id: string;
  readonly name: string;
  /** What is watched in it. */
  readonly count: number;
}

export interface WatchList {
  /** All lists in their order. */
  readonly lists: readonly WatchListName[];
  /** All that is watched, in every list. */
  readonly total: number;
  /** Different products of all lists: each costs one request when it is read anew, however many sizes are watched. */
  readonly products: number;
  /** Of the list that is shown, before words narrow it. */
  readonly counts: Readonly<Record<WatchShow, number>>;
  readonly rows: readonly WatchRow[];
}

/** What is watched, whole: a thousand rows with their markets and alerts. */
export async function watchList(db: ArchvdDatabase, request: WatchRequest): Promise<WatchList> {
  const [all, names] = await Promise.all([db.watchlistItems.toArray(), livingLists(db)]);
  const items = all.filter((item) => item.deletedAt === null);
  const { watchlistId } = request;
  const shown = watchlistId === null ? items : items.filter((item) => item.watchlistId === watchlistId);
  const rows = await readRows(db, shown, request);
  const counts = Object.fromEntries(
    WATCH_SHOWS.map((show) => [show, rows.filter((row) => isShown(row, show)).length]),
  ) as Record<WatchShow, number>;
  const matches = createMatcher(request.search);
  const found = rows
    .filter((row) => isShown(row, request.show))
    .filter(({ item, product, size }) =>
      matches({
        styleCode: product?.rawSku ?? item.catalogId,
        name: product === null ? item.catalogId : `${product.name} ${product.nickname} ${item.note}`,
        brand: product?.brand ?? '',
        size: size?.value ?? item.usSize,
      }),
    );
  const { by, descending } = request.sort;
  return {
    lists: names.map(({ id, name }) => ({ id, name, count: items.filter((item) => item.watchlistId === id).length })),
    total: items.length,
    products: new Set(items.map(({ catalogId }) => catalogId)).size,
    counts,
    rows: found.toSorted(watchOrder(by, descending)),
  };
}

/** The ask is at most this far above the target, as a share of it. */
const NEAR = 0.05;

function isShown(row: WatchRow, show: WatchShow): boolean {
  if (show === 'alerts') return row.alerts.length > 0 || row.item.targetPrice !== null;
  if (show === 'rang') return row.rangAt !== null;
  return show === 'all' || (row.distance !== null && row.distance <= NEAR);
}

async function readRows(
  db: ArchvdDatabase,
  items: readonly WatchlistItemRow[],
  { regionId, now, today }: WatchRequest,
): Promise<readonly WatchRow[]> {
  const ids = [...new Set(items.map((item) => item.catalogId))];
  const [products, prices, cursors, alerts, events] = await Promise.all([
    db.products.where('catalogId').anyOf(ids).toArray(),
    db.marketPrices.where('catalogId').anyOf(ids).toArray(),
    db.cursors.bulkGet(ids.map((id) => pricesCursorId(id, regionId))),
    listAlerts(
      db,
      items.map(({ id }) => id),
      now,
    ),
    db.alertEvents.where('at').aboveOrEqual(today).toArray(),
  ]);
  const productOf = new Map(products.map((product) => [product.catalogId, product]));
  const readAt = new Map(ids.map((id, nth) => [id, cursors[nth]?.finishedAt ?? null]));
  const plain = groupBy(
    prices.filter((price) => isPlain(price.variant, regionId)),
    ({ catalogId }) => catalogId,
  );
  const rangAt = new Map(events.map(({ itemId, at }) => [itemId, at]));
  const asked = [...plain.values()].flat().flatMap(({ lowestAsk }) => lowestAsk?.currency ?? []);
  const rates = await readRates(db, [...asked, ...items.flatMap(({ targetPrice }) => targetPrice?.currency ?? [])]);
  return items.map((item) =>
    toWatchRow(item, {
      product: productOf.get(item.catalogId) ?? null,
      prices: plain.get(item.catalogId) ?? [],
      readAt: readAt.get(item.catalogId) ?? null,
      rates,
      alerts: alerts.get(item.id) ?? [],
      rangAt: rangAt.get(item.id) ?? null,
    }),
  );
}
