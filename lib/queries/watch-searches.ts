import type { ArchvdDatabase } from '@/lib/db/database';
import type { WatchRequestRow } from '@/lib/db/watching-rows';
import { styleCodeKey } from '@/lib/domain/catalog/style-code';
import type { Product } from '@/lib/domain/catalog/product';
import { groupBy } from '@/lib/domain/grouping/group-by';
import type { Instant } from '@/lib/domain/time/instant';

/** A line of a search, and what came of it. */
export type SearchLine = WatchRequestRow;

/** How many things that were written down at once are searched for, and what came of it. */
export interface WatchSearch {
  readonly batchId: string;
  readonly at: Instant;
  readonly listName: string;
  readonly counts: Readonly<Record<SearchLine['state'], number>>;
  readonly total: number;
  readonly lines: readonly SearchLine[];
  /** What was added together with them can be taken back as a whole still. */
  readonly undoId: string | null;
}

/** Searches that run or whose outcome nobody has put away, newest first. */
export async function watchSearches(db: ArchvdDatabase): Promise<readonly WatchSearch[]> {
  const [rows, lists] = await Promise.all([db.watchRequests.toArray(), db.watchlists.toArray()]);
  const batches = [...groupBy(rows, ({ batchId }) => batchId)];
  const undos = await db.undos.bulkGet(batches.map(([batchId]) => batchId));
  const searches = batches.map(([batchId, unordered], nth): WatchSearch => {
    const lines = unordered.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const counts = { waiting: 0, found: 0, several: 0, 'not-found': 0, failed: 0, cancelled: 0 };
    for (const { state } of lines) counts[state] += 1;
    return {
      batchId,
      at: lines[0]?.createdAt ?? (0 as Instant),
      listName: lists.find(({ id }) => id === lines[0]?.watchlistId)?.name ?? '',
      counts,
      total: lines.length,
      lines,
      undoId: undos[nth]?.undoneAt === null ? batchId : null,
    };
  });
  return searches.toSorted((a, b) => b.at - a.at);
}

/** What the books have under a style code, to choose from. */
export async function productsOfCode(db: ArchvdDatabase, styleCode: string): Promise<readonly Product[]> {
  const key = styleCodeKey(styleCode);
  return db.products.filter((product) => styleCodeKey(product.styleCode ?? product.rawSku) === key).toArray();
}
