import type { ArchvdDatabase } from '@/lib/db/database';
import type { OutboxRow } from '@/lib/db/selling-rows';
import { isOpenWrite } from '@/lib/domain/outbox/write';

/** What is on its way to the marketplace for a listing, and what last went wrong. */
export interface ListingWrites {
  /** The newest change that is still under way. */
  readonly pending: OutboxRow | null;
  /** The newest change, when it ended otherwise than wanted and the person has not waved it away; null beside an open one. */
  readonly failed: OutboxRow | null;
}

const NOTHING: ListingWrites = { pending: null, failed: null };

/** Taken back by the person, or history: nothing went wrong. */
const QUIET: ReadonlySet<string> = new Set(['cancelled', 'restored']);

/** Whether a write ended otherwise than wanted, so that the person should hear of it. */
function endedBadly({ state, problem, conflict }: Pick<OutboxRow, 'state' | 'problem' | 'conflict'>): boolean {
  if (isOpenWrite(state) || state === 'confirmed') return false;
  if (state === 'superseded') return conflict !== null;
  return problem === null || !QUIET.has(problem.code);
}

/** Of listings by their own ids: look-ups by key, whatever the size of the outbox. */
export async function readListingWrites(
  db: ArchvdDatabase,
  listingIds: readonly string[],
): Promise<(listingId: string) => ListingWrites> {
  if ((await db.outbox.count()) === 0) return () => NOTHING;
  const rows = await db.outbox.where('entityId').anyOf(listingIds).toArray();
  const newest = new Map<string, OutboxRow>();
  for (const row of rows.toSorted((a, b) => a.createdAt - b.createdAt)) {
    const before = newest.get(row.entityId);
    if (before === undefined || isOpenWrite(row.state) || !isOpenWrite(before.state)) newest.set(row.entityId, row);
  }
  const bad = [...newest.values()].filter(endedBadly);
  const groups = await db.writeGroups.bulkGet([...new Set(bad.map((row) => row.groupId))]);
  const told = new Set(groups.flatMap((group) => (group?.dismissedAt === null ? [group.id] : [])));
  return (listingId) => {
    const row = newest.get(listingId);
    if (row === undefined) return NOTHING;
    if (isOpenWrite(row.state)) return { pending: row, failed: null };
    return { pending: null, failed: endedBadly(row) && told.has(row.groupId) ? row : null };
  };
}
