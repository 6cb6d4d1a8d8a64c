import type { OutboxRow } from '@/lib/db/selling-rows';
import { hasCode, isOfOneThing } from '@/lib/domain/errors/market-error';
import type { ListingFacts } from '@/lib/domain/listings/listing';
import { shiftInstant } from '@/lib/domain/time/instant';
import { KEY } from './archvd-key';
import { findByKey } from './find-by-key';
import { madeListing } from './made-listing';
import type { Turn } from './outbox-run';
import { again, ended } from './row-changes';
import { scanListings } from './scan-listings';
import { settleWrites, type Outcome } from './settle-writes';
import { strayTwins } from './stray-batches';

const LATER_MS = 2000;
const TROUBLE_MS = 30_000;

/**
 * Looks for listings that may have been made: first in batches nobody noted, since one that is still worked on will make
 * them yet, then by their keys. Only what is found nowhere may be made again.
 */
export async function readBackDrafts(turn: Turn, rows: readonly OutboxRow[], few: boolean): Promise<void> {
  const twins = await strayTwins(turn, rows);
  if (twins === 'not-yet') return postpone(turn, rows, LATER_MS);
  const scanned = few ? null : await scanListings(turn, rows, { by: 'created' });
  const outcomes: Outcome[] = [];
  for (const row of rows) {
    const scannedToo = scanned?.filter((listing) => listing.metadata[KEY] === row.decisionId) ?? null;
    const searched = scannedToo ?? (await search(turn, row));
    if (searched === null) {
      outcomes.push({ row, change: { nextAt: shiftInstant(turn.now(), TROUBLE_MS) } });
      continue;
    }
    const found = [...searched, ...(twins.get(row.id) ?? [])];
    outcomes.push(found.length > 0 ? await madeListing(turn, row, found) : notMade(turn, row));
  }
  await settleWrites(turn, outcomes);
}

function notMade(turn: Turn, row: OutboxRow): Outcome {
  const refused = row.problem?.code === 'refused' ? row.problem : null;
  return { row, change: refused === null ? again(turn, row) : ended('rejected', 'refused', refused.message) };
}

/** null: it cannot be told now. */
async function search(turn: Turn, row: OutboxRow): Promise<readonly ListingFacts[] | null> {
  try {
    return await findByKey(turn, row.decisionId);
  } catch (error) {
    if (!isOfOneThing(error) && !hasCode(error, 'forbidden')) throw error;
    return null;
  }
}

function postpone(turn: Turn, rows: readonly OutboxRow[], ms: number): Promise<void> {
  const nextAt = shiftInstant(turn.now(), ms);
  return settleWrites(
    turn,
    rows.map((row) => ({ row, change: { nextAt } })),
  );
}
