import type { OutboxRow } from '@/lib/db/selling-rows';
import type { Write } from '@/lib/domain/outbox/write';
import { replanWrites } from './replan-writes';
import { sellingTables, type Accepted, type SellingDeps } from './selling-deps';
import { sendWrites, type Planned } from './send-writes';
import { listingOfCreate } from './listing-of-create';

/**
 * Settles changes that met something else than they expected. `theirs` leaves the listing as it was found; `mine` sends
 * the wish once more, a price only while the listing still costs what was found, by the same guards as ever.
 *
 * @returns for `theirs` how many were settled as `accepted`, without a group
 */
export async function resolveConflicts(
  deps: SellingDeps,
  writeIds: readonly string[],
  take: 'mine' | 'theirs',
): Promise<Accepted> {
  const { db } = deps;
  const ids = [...new Set(writeIds)];
  return db.transaction('rw', sellingTables(db), async () => {
    const found = await db.outbox.bulkGet(ids);
    const open = new Map(found.flatMap((row) => (row === undefined || row.conflict === null ? [] : [[row.id, row]])));
    const strangers: Planned[] = ids.filter((id) => !open.has(id)).map((id) => ({ id, code: 'no-conflict' }));
    const rows = await Promise.all([...open.values()].map((row) => aboutListing(deps, row)));
    const wanted = take === 'mine' ? await replanWrites(deps, rows, mine) : [];
    const sent = await sendWrites(deps, { kind: 'price', summary: 'Wanted all the same' }, [...wanted, ...strangers]);
    const codes = new Map(sent.skipped.map(({ id, code }) => [id, code]));
    const settled = [...open.values()].filter(({ id }) => take === 'theirs' || isSettled(codes.get(id)));
    const updatedAt = deps.now();
    await db.outbox.bulkPut(settled.map((row): OutboxRow => ({ ...row, conflict: null, updatedAt })));
    return take === 'mine' ? sent : { ...sent, accepted: settled.length };
  });
}

/** Sent once more, or nothing is left to be settled. */
function isSettled(code: string | undefined): boolean {
  return code === undefined || ['already-so', 'gone', 'sold', 'not-found'].includes(code);
}

/** What is wanted of the listing as it was found. */
function mine({ write, conflict }: OutboxRow): Write {
  const price = conflict?.price ?? null;
  return write.kind === 'listing/price' && price !== null ? { ...write, from: price } : write;
}

/** A listing that was to be made met one that is there: then it is about that one's price. */
async function aboutListing({ db }: SellingDeps, row: OutboxRow): Promise<OutboxRow> {
  const { write, conflict } = row;
  const listing = write.kind === 'listing/create' ? await listingOfCreate(db, row) : null;
  if (write.kind !== 'listing/create' || listing === null) return row;
  const { belowFloor = false, intoOffer = false, draft } = write;
  const from = conflict?.price ?? listing.price;
  const { externalId } = listing;
  const price: Write = { kind: 'listing/price', externalId, from, to: draft.price, belowFloor, intoOffer };
  return { ...row, entityId: listing.id, write: price };
}
