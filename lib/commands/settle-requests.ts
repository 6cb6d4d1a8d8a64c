import { watchKey } from '@/lib/db/repositories/watchlists';
import type { WatchlistItemRow } from '@/lib/db/rows';
import type { WatchRequestRow } from '@/lib/db/watching-rows';
import type { Product } from '@/lib/domain/catalog/product';
import { styleCodeKey } from '@/lib/domain/catalog/style-code';
import type { Instant } from '@/lib/domain/time/instant';
import type { CommandDeps } from './command-deps';
import { sameTarget } from './edit-watch-item';
import { stampAfter, type RowChange } from './keep-undo';

interface Settled {
  /** The items that were added or given a target. */
  readonly changes: readonly RowChange[];
  /** By id, every request the books had an answer to. */
  readonly settled: ReadonlyMap<string, WatchRequestRow>;
  readonly added: number;
  readonly already: number;
}

/**
 * Watches what requests ask for, as far as the books know their products: one product of that code is watched, several
 * leave the choice to the person, none leaves the request as it was. Writes items and not the requests. For a
 * transaction that spans `products` and `watchlistItems`.
 *
 * @param foundIds catalogue ids a search has just found; the catalogue's own writing of their codes need not be canonical
 */
export async function settleRequests(
  deps: CommandDeps,
  requests: readonly WatchRequestRow[],
  now: Instant,
  foundIds: readonly string[] = [],
): Promise<Settled> {
  const { db } = deps;
  const known = await productsOf(db, requests, foundIds);
  const watched = await watchedIn(db, requests);
  const changes = new Map<string, RowChange & { readonly after: WatchlistItemRow }>();
  const settled = new Map<string, WatchRequestRow>();
  let [added, already] = [0, 0];
  for (const request of requests) {
    const products = known.get(styleCodeKey(request.styleCode)) ?? [];
    const [product] = products;
    if (product === undefined) continue;
    const answer = outcomeOf(request, products);
    const stamp = { updatedAt: stampAfter(request.updatedAt, now) };
    if (answer !== 'found') {
      settled.set(request.id, { ...request, ...stamp, ...answer });
      continue;
    }
    const place = { watchlistId: request.watchlistId, catalogId: product.catalogId, usSize: request.usSize };
    const before = watched.get(watchKey(place)) ?? null;
    const after =
      before === null
        ? newItem(request, place, { id: deps.newId(), now: stamp.updatedAt })
        : aimed(before, request, now);
    if (before === null) added += 1;
    else already += 1;
    watched.set(watchKey(place), after);
    if (after !== before)
      changes.set(after.id, {
        table: 'watchlistItems',
        before: changes.has(after.id) ? (changes.get(after.id)?.before ?? null) : before,
        after,
      });
    settled.set(request.id, { ...request, ...stamp, state: 'found', itemId: after.id, problem: null });
  }
  await db.watchlistItems.bulkPut([...changes.values()].map(({ after }) => after));
  return { changes: [...changes.values()], settled, added, already };
}

type Outcome = 'found' | Pick<WatchRequestRow, 'state' | 'problem'>;

function outcomeOf({ usSize }: WatchRequestRow, products: readonly Product[]): Outcome {
  if (products.length > 1) return { state: 'several', problem: null };
  const sizes = products[0]?.allowedSizes ?? [];
  const isMade = usSize === null || sizes.length === 0 || sizes.some((size) => size.usValue === usSize);
  return isMade ? 'found' : { state: 'not-found', problem: 'no-such-size' };
}

async function productsOf(
  db: CommandDeps['db'],
  requests: readonly WatchRequestRow[],
  foundIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Product[]>> {
  const codes = [...new Set(requests.map(({ styleCode }) => styleCode))];
  const [coded, found] = await Promise.all([
    db.products.where('styleCode').anyOf(codes).toArray(),
    foundIds.length === 0 ? [] : db.products.where('catalogId').anyOf(foundIds).toArray(),
  ]);
  const byKey = new Map<string, Product[]>();
  for (const product of new Map([...coded, ...found].map((each) => [each.catalogId, each])).values()) {
    const key = styleCodeKey(product.styleCode ?? product.rawSku);
    byKey.set(key, [...(byKey.get(key) ?? []), product]);
  }
  return byKey;
}

async function watchedIn(
  db: CommandDeps['db'],
  requests: readonly WatchRequestRow[],
): Promise<Map<string, WatchlistItemRow>> {
  const lists = [...new Set(requests.map(({ watchlistId }) => watchlistId))];
  const items = await db.watchlistItems.where('watchlistId').anyOf(lists).toArray();
  return new Map(items.filter((item) => item.deletedAt === null).map((item) => [watchKey(item), item]));
}

function newItem(
  { targetPrice, note }: WatchRequestRow,
  place: Pick<WatchlistItemRow, 'watchlistId' | 'catalogId' | 'usSize'>,
  { id, now }: { readonly id: string; readonly now: Instant },
): WatchlistItemRow {
  return { id, createdAt: now, updatedAt: now, deletedAt: null, ...place, targetPrice, note, reachedAt: null };
}

/** What is watched already takes a target or a note that was given, and keeps its own where none was. */
function aimed(item: WatchlistItemRow, { targetPrice, note }: WatchRequestRow, now: Instant): WatchlistItemRow {
  const aims = targetPrice !== null && !sameTarget(targetPrice, item.targetPrice);
  const notes = note !== '' && note !== item.note;
  if (!aims && !notes) return item;
  return {
    ...item,
    ...(aims ? { targetPrice, reachedAt: null } : {}),
    ...(notes ? { note } : {}),
    updatedAt: stampAfter(item.updatedAt, now),
  };
}
