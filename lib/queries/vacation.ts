import type { ArchvdDatabase } from '@/lib/db/database';
import { openWrites } from '@/lib/db/repositories/open-writes';
import type { VacationRow } from '@/lib/db/selling-rows';
import { isGone, isLive } from '@/lib/domain/listings/listing-state';
import { newestFirst } from './newest-first';

/** The holiday that is on, and how its listings stand now. */
export interface Vacation {
  readonly vacation: VacationRow;
  /** Listings that were taken off, of which are off the shelf, still (or again) live, sold or deleted, being changed. */
  readonly counts: Readonly<Record<'all' | 'off' | 'live' | 'gone' | 'underWay', number>>;
}

/** null: the seller is not away. */
export async function readVacation(db: ArchvdDatabase): Promise<Vacation | null> {
  const vacation = await newestFirst(db.vacations.orderBy('startedAt'))
    .filter(({ endedAt }) => endedAt === null)
    .first();
  if (vacation === undefined) return null;
  const ids = [...vacation.listingIds];
  const [listings, writes] = await Promise.all([
    db.listings.bulkGet(ids),
    // By state, not by listing: what is under way is little, what was ever done to these is not.
    openWrites(db).toArray(),
  ]);
  const counts = { all: ids.length, off: 0, live: 0, gone: 0, underWay: 0 };
  for (const listing of listings) {
    if (listing === undefined || isGone(listing)) counts.gone += 1;
    else counts[isLive(listing) ? 'live' : 'off'] += 1;
  }
  const wanted = new Set(ids);
  counts.underWay = new Set(writes.map(({ entityId }) => entityId).filter((id) => wanted.has(id))).size;
  return { vacation, counts };
}
