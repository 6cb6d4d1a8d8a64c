import type { OutboxRow } from '@/lib/db/selling-rows';
import type { ListingFacts } from '@/lib/domain/listings/listing';
import { standingOf } from '@/lib/domain/outbox/standing-of';
import { wishOf } from './lane';
import type { Turn } from './outbox-run';
import { again, changedElsewhere, CONFIRMED, ended } from './row-changes';
import type { Outcome } from './settle-writes';

/** A refusal may pass: something else held the listing at that moment. Twice is an answer. */
const REFUSALS = 2;

/**
 * What a listing, as the marketplace tells it, says of a write about it. A write that was refused, and whose listing is
 * as it was, is tried once more and then believed.
 */
export function toldOutcome(turn: Turn, row: OutboxRow, listing: ListingFacts): Outcome {
  const wish = wishOf(row);
  const standing = wish === null ? 'not-done' : standingOf(wish, listing);
  switch (standing) {
    case 'done':
      return { row, listing, change: CONFIRMED };
    case 'gone':
      return { row, listing, change: ended('rejected', 'gone') };
    case 'changed':
      return { row, listing, change: changedElsewhere(listing) };
    case 'not-done': {
      const refused = row.problem?.code === 'refused' && row.attempts >= REFUSALS ? row.problem : null;
      const change = refused === null ? again(turn, row) : ended('rejected', 'refused', refused.message);
      return { row, listing, change };
    }
  }
}
