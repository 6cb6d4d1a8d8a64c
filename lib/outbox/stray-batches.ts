import type { OutboxRow } from '@/lib/db/selling-rows';
import { isUnknownValue } from '@/lib/domain/enums/open-enum';
import type { ListingFacts } from '@/lib/domain/listings/listing';
import { HOUR_MS, instant, MINUTE_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import type { Batch, BatchOperation } from '@/lib/marketplaces/contract/batches';
import type { Page } from '@/lib/marketplaces/contract/page';
import { keyOf, readOperations } from './operations';
import type { Turn } from './outbox-run';

/** The marketplace's clock and ours may differ by this much, as a rule. */
export const SKEW_MS = 5 * MINUTE_MS;
/** A computer in the wrong time zone is hours ahead: what is not looked for because of it would be made a second time. */
export const CREATED_SKEW_MS = 26 * HOUR_MS;
/** Batches are few; a list that goes on beyond this is not ours to read. */
const MOST_PAGES = 10;

const CREATES: ReadonlySet<string> = new Set(['create']);

/** A batch that nobody noted, with what is in it. */
export interface StrayBatch {
  readonly batch: Batch;
  readonly operations: readonly BatchOperation[];
}

/**
 * Batches made since these writes were sent that the books do not know: a browser that delivered a request twice shows
 * only the second answer, and a lost answer shows none.
 *
 * @param kinds of operations that could be theirs
 * @param skewMs how far back is looked, from when the first of them was sent
 */
export async function findStrays(
  turn: Turn,
  rows: readonly OutboxRow[],
  kinds: ReadonlySet<string>,
  skewMs: number = SKEW_MS,
): Promise<readonly StrayBatch[]> {
  const since = shiftInstant(earliestSent(rows), -skewMs);
  const strays: StrayBatch[] = [];
  let token: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const at: string | null = token;
    const page: Page<Batch> = await turn.ask((options) => turn.deps.marketplace.listBatches(null, at, options));
    const recent = page.items.filter(({ createdAt }) => createdAt === null || createdAt >= since);
    // A kind we have no word for may be any.
    const fitting = recent.filter(({ kind }) => kind === null || isUnknownValue(kind) || kinds.has(kind));
    for (const batch of await unnoted(turn, fitting)) {
      strays.push({ batch, operations: await readOperations(turn, batch.externalId) });
    }
    token = page.next;
    // Newest first: a page without a recent one is the end.
    if (token === null || recent.length === 0) break;
  }
  return strays;
}

async function unnoted({ deps }: Turn, batches: readonly Batch[]): Promise<readonly Batch[]> {
  const ids = batches.map(({ externalId }) => externalId);
  const known = new Set(
    (await deps.db.outbox.where('batchId').anyOf(ids).toArray()).flatMap(({ batchId }) => batchId ?? []),
  );
  return batches.filter(({ externalId }) => !known.has(externalId));
}

/**
 * Listings that strays made for these writes, by row id. `not-yet`: a stray that makes listings is not worked off, so
 * nobody can tell.
 */
export async function strayTwins(
  turn: Turn,
  rows: readonly OutboxRow[],
): Promise<ReadonlyMap<string, readonly ListingFacts[]> | 'not-yet'> {
  const strays = (await findStrays(turn, rows, CREATES, CREATED_SKEW_MS)).filter(makesListings);
  if (strays.some(({ batch }) => batch.status !== 'completed')) return 'not-yet';
  const operations = strays.flatMap((stray) => stray.operations);
  return new Map(
    rows.map((row) => [
      row.id,
      operations.flatMap((one) => (one.listing !== null && keyOf(one) === row.decisionId ? [one.listing] : [])),
    ]),
  );
}

function makesListings({ batch, operations }: StrayBatch): boolean {
  return batch.kind === 'create' || operations.some(({ kind }) => kind === 'create');
}

/** When the first of these writes was sent. */
export function earliestSent(rows: readonly OutboxRow[]): Instant {
  return instant(Math.min(...rows.map(({ sentAt, createdAt }) => sentAt ?? createdAt)));
}
