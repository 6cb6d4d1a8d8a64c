import type { OutboxRow } from '@/lib/db/selling-rows';
import { hasCode, isOfOneThing } from '@/lib/domain/errors/market-error';
import { ageOf, MINUTE_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { nextStep, picturesOf } from './lane';
import type { Turn } from './outbox-run';
import { again, CONFIRMED, ended } from './row-changes';
import { settleWrites, type Outcome } from './settle-writes';
import { toldOutcome } from './told-outcome';

/** A listing that cannot be read just now is asked for again after this. */
const LATER_MS = 30_000;
const LONGEST_MS = 15 * MINUTE_MS;

/** The longer it cannot be read, the less a moment matters: a token may lack the scope for it. */
export function laterMs({ sentAt }: OutboxRow, now: Instant): number {
  return Math.min(LONGEST_MS, Math.max(LATER_MS, ageOf(sentAt, now) / 10));
}

/** Asks for each listing by itself. Trouble with one leaves that one for later and stops none of the others. */
export async function readBackEach(turn: Turn, rows: readonly OutboxRow[]): Promise<void> {
  for (const row of rows) await settleWrites(turn, [await outcomeOf(turn, row)]);
}

async function outcomeOf(turn: Turn, row: OutboxRow): Promise<Outcome> {
  const { externalId } = row;
  if (externalId === null) return { row, change: ended('rejected', 'gone') };
  try {
    const { value } = await turn.ask((options) => turn.deps.marketplace.getListing(externalId, options));
    // No list of pictures can be read: one that may be up goes up once more, in the same place.
    return (await hasPicturesLeft(turn, row))
      ? { row, listing: value, change: again(turn, row) }
      : toldOutcome(turn, row, value);
  } catch (error) {
    if (hasCode(error, 'not-found')) {
      return { row, change: row.kind === 'listing/delete' ? CONFIRMED : ended('rejected', 'gone', error.message) };
    }
    if (!isOfOneThing(error) && !hasCode(error, 'forbidden')) throw error;
    return { row, change: { nextAt: shiftInstant(turn.now(), laterMs(row, turn.now())) } };
  }
}

async function hasPicturesLeft({ deps }: Turn, row: OutboxRow): Promise<boolean> {
  const ids = picturesOf(row);
  if (ids.length === 0) return false;
  const pictures = await deps.db.listingPictures.bulkGet([...ids]);
  const waiting = new Set(
    pictures.flatMap((one) => (one?.externalId === null && one.dataUrl !== null ? [one.id] : [])),
  );
  return nextStep(row, (id) => !waiting.has(id)) === 'picture';
}
