import type { OutboxRow } from '@/lib/db/selling-rows';
import type { ListingFacts } from '@/lib/domain/listings/listing';
import type { Found } from './read-back';
import type { Turn } from './outbox-run';
import { again, ended } from './row-changes';
import { readBackEach } from './read-back-each';
import { scanListings } from './scan-listings';
import { settleWrites, type Outcome } from './settle-writes';
import { findStrays } from './stray-batches';
import { toldOutcome } from './told-outcome';

/** A portion that is read one by one when pages prove nothing. */
const ONE_BY_ONE = 10;

/**
 * Reads many writes back with few requests: a batch nobody noted may carry them, and is followed like any other; the rest
 * is looked for on the pages of what changed lately.
 */
export async function readBackMany(turn: Turn, rows: readonly OutboxRow[]): Promise<readonly Found[]> {
  const unnoted = rows.filter(({ batchId }) => batchId === null);
  const found = unnoted.length === 0 ? [] : await attachStrays(turn, unnoted);
  if (found.length > 0) return found;
  const deletions = rows.some(({ kind }) => kind === 'listing/delete');
  const changed = await scanListings(turn, rows, { by: 'updated' });
  const deleted = deletions ? await scanListings(turn, rows, { by: 'updated', status: 'deleted' }) : [];
  if (changed === null || deleted === null) {
    await readBackEach(turn, rows.slice(0, ONE_BY_ONE));
    return [];
  }
  const byId = new Map([...changed, ...deleted].map((listing) => [listing.externalId, listing]));
  const pictures = rows.filter(({ kind }) => kind === 'listing/picture' || kind === 'listing/create');
  const others = rows.filter((row) => !pictures.includes(row));
  await settleWrites(
    turn,
    others.map((row) => outcomeOf(turn, row, byId.get(row.externalId ?? ''))),
  );
  await readBackEach(turn, pictures.slice(0, ONE_BY_ONE));
  return [];
}

/** Not touched since it was sent: nothing was done. */
function outcomeOf(turn: Turn, row: OutboxRow, listing: ListingFacts | undefined): Outcome {
  if (listing !== undefined) return toldOutcome(turn, row, listing);
  const refused = row.problem?.code === 'refused' && row.attempts > 1 ? row.problem : null;
  return { row, change: refused === null ? again(turn, row) : ended('rejected', 'refused', refused.message) };
}

async function attachStrays(turn: Turn, rows: readonly OutboxRow[]): Promise<readonly Found[]> {
  const left = new Map(rows.map((row) => [row.externalId ?? '', row]));
  const found: Found[] = [];
  for (const { batch, operations } of await findStrays(turn, rows, new Set(rows.map(operationKind)))) {
    const carried = operations.flatMap(({ externalListingId, kind }) => {
      const row = left.get(externalListingId ?? '');
      return row !== undefined && kind === operationKind(row) ? [row] : [];
    });
    for (const row of carried) left.delete(row.externalId ?? '');
    if (carried.length > 0) found.push({ batchId: batch.externalId, rows: carried });
  }
  await settleWrites(
    turn,
    found.flatMap(({ batchId, rows: carried }) =>
      carried.map((row): Outcome => ({ row, change: { state: 'sending', batchId } })),
    ),
  );
  return found.map(({ batchId, rows: carried }) => ({
    batchId,
    rows: carried.map((row) => ({ ...row, state: 'sending', batchId })),
  }));
}

function operationKind({ write }: OutboxRow): string {
  switch (write.kind) {
    case 'listing/price':
      return 'update';
    case 'listing/deactivate':
      return 'deactivate';
    case 'listing/delete':
      return 'delete';
    default:
      return 'activate';
  }
}
