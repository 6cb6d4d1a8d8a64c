import type { ArchvdDatabase } from '../database';
import type { WatchlistItemRow, WatchlistRow } from '../rows';

const byName = new Intl.Collator('en', { numeric: true });

/** The lists there are, in their order: by place, then name, then age. */
export async function livingLists(db: ArchvdDatabase): Promise<readonly WatchlistRow[]> {
  const lists = (await db.watchlists.toArray()).filter((list) => list.deletedAt === null);
  return lists.toSorted(
    (a, b) => a.position - b.position || byName.compare(a.name, b.name) || a.createdAt - b.createdAt,
  );
}

/** What is watched in one list. */
export async function itemsOfList(db: ArchvdDatabase, watchlistId: string): Promise<readonly WatchlistItemRow[]> {
  const items = await db.watchlistItems.where('watchlistId').equals(watchlistId).toArray();
  return items.filter((item) => item.deletedAt === null);
}

/** One product and size stands in one list once; in two lists it is two things, each with its own target. */
export function watchKey({ watchlistId, catalogId, usSize }: WatchPlace): string {
  return `${watchlistId}|${catalogId}|${usSize ?? 'all'}`;
}

type WatchPlace = Pick<WatchlistItemRow, 'watchlistId' | 'catalogId' | 'usSize'>;
