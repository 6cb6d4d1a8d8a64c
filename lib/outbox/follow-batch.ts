import type { OutboxRow } from '@/lib/db/selling-rows';
import { hasCode } from '@/lib/domain/errors/market-error';
import { ageOf, MINUTE_MS } from '@/lib/domain/time/instant';
import type { Batch, BatchOperation } from '@/lib/marketplaces/contract/batches';
import { wishOf } from './lane';
import { madeListing } from './made-listing';
import { keyOf, readOperations } from './operations';
import type { Turn } from './outbox-run';
import { lost, problem } from './row-changes';
import { settleWrites, type Outcome } from './settle-writes';
import { strayTwins } from './stray-batches';
import { toldOutcome } from './told-outcome';

/** A batch that is not worked off after this is not waited for: its writes are read back. New listings always wait. */
const PATIENCE_MS = 30 * MINUTE_MS;
const SHORTEST_MS = 250;
const LONGEST_MS = 2500;
/** Of the time a batch seems to need still: looking again a little early costs a request, late costs the seller time. */
const EAGERNESS = 0.75;

/**
 * Looks at a batch, and at what came of each of its writes once it is worked off. "Worked off" says nothing: operations
 * fail one by one, and one that is missing is unknown.
 *
 * @returns milliseconds until another look is worth it; null: nothing more is to be had from it
 */
export async function followBatch(turn: Turn, batchId: string, rows: readonly OutboxRow[]): Promise<number | null> {
  const creates = rows.some(isUnmade);
  const age = ageOf(rows[0]?.sentAt ?? null, turn.now());
  const isPatient = creates || age <= PATIENCE_MS;
  const batch = await readBatch(turn, batchId, isPatient);
  if (batch === null) {
    await settleWrites(
      turn,
      rows.map((row) => ({ row, change: lost(turn.now()) })),
    );
    return null;
  }
  if (batch.status !== 'completed' && isPatient) return nextLook(batch, rows.length, age);
  const operations = await readOperations(turn, batchId);
  const twins = creates ? await strayTwins(turn, rows.filter(isUnmade)) : new Map<string, never>();
  if (twins === 'not-yet') return SHORTEST_MS * 2;
  const operationOf = findOperation(operations, rows);
  const outcomes: Outcome[] = [];
  for (const row of rows) outcomes.push(await judge(turn, row, operationOf(row), twins.get(row.id)));
  await settleWrites(turn, outcomes);
  return null;
}

/** A listing that is to be made and is not there yet. */
export function isUnmade({ write, externalId }: OutboxRow): boolean {
  return write.kind === 'listing/create' && externalId === null;
}

/** null: the marketplace does not know it, or does not let us read it and the listings themselves tell as well. */
async function readBatch(turn: Turn, batchId: string, isPatient: boolean): Promise<Batch | null> {
  try {
    return (await turn.ask((options) => turn.deps.marketplace.getBatch(batchId, options))).value;
  } catch (error) {
    if (hasCode(error, 'not-found', 'bad-request') || (!isPatient && hasCode(error, 'forbidden'))) return null;
    throw error;
  }
}

/**
 * By the listing it names, or the key it carries; never by its place, which nobody promised. Of several about one listing
 * the last counts, of several with one key the first.
 */
function findOperation(
  operations: readonly BatchOperation[],
  rows: readonly OutboxRow[],
): (row: OutboxRow) => BatchOperation | undefined {
  const byListing = new Map(operations.map((one) => [one.externalListingId, one]));
  const byKey = new Map(operations.toReversed().map((one) => [keyOf(one), one]));
  return (row) => {
    if (!isUnmade(row)) return byListing.get(row.externalId);
    // A refused draft that does not name its key can only be told when it went alone.
    return byKey.get(row.decisionId) ?? (rows.length === 1 && operations.length === 1 ? operations[0] : undefined);
  };
}

async function judge(
  turn: Turn,
  row: OutboxRow,
  operation: BatchOperation | undefined,
  twins: readonly NonNullable<BatchOperation['listing']>[] = [],
): Promise<Outcome> {
  const listing = operation?.listing ?? null;
  if (isUnmade(row)) {
    const found = [...(listing === null ? [] : [listing]), ...twins];
    if (found.length > 0) return madeListing(turn, row, found);
    return { row, change: lost(turn.now(), refusal(operation)) };
  }
  if (operation?.success === true && listing !== null && wishOf(row) !== null) {
    const told = toldOutcome(turn, row, listing);
    // Worked off, yet not as wanted: an answer that contradicts itself is read back.
    if (told.change.state !== 'pending') return told;
  }
  // Refused, perhaps because our own request had arrived twice: what the listing says decides.
  return { row, change: lost(turn.now(), refusal(operation)) };
}

function refusal(operation: BatchOperation | undefined): ReturnType<typeof problem> | null {
  if (operation === undefined || operation.success || operation.status === 'pending') return null;
  return problem('refused', operation.errors.join(' '));
}

/** When to look again: by how far it has come in the time it has had. */
function nextLook({ processed }: Batch, total: number, age: number): number {
  const rest = processed !== null && processed > 0 ? (age / processed) * (total - processed) * EAGERNESS : age * 0.5;
  // The older it gets, the less a moment matters.
  return Math.round(Math.min(Math.max(rest, SHORTEST_MS), Math.max(LONGEST_MS, age / 10)));
}
