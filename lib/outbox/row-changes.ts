import type { OutboxRow } from '@/lib/db/selling-rows';
import type { ListingFacts } from '@/lib/domain/listings/listing';
import type { WriteProblem, WriteProblemCode } from '@/lib/domain/outbox/write';
import { fullJitter } from '@/lib/domain/throttle/back-off';
import { shiftInstant, type Instant } from '@/lib/domain/time/instant';
import type { Turn } from './outbox-run';

/** What becomes of a row. */
export type RowChange = Partial<
  Pick<
    OutboxRow,
    'state' | 'attempts' | 'nextAt' | 'lease' | 'sentAt' | 'batchId' | 'problem' | 'conflict' | 'externalId'
  >
>;

const MOST_ATTEMPTS = 8;
const BACK_OFF_BASE_MS = 2000;
const BACK_OFF_CAP_MS = 15 * 60_000;

export function problem(code: WriteProblemCode, message = ''): WriteProblem {
  return { code, message };
}

export const CONFIRMED: RowChange = { state: 'confirmed', lease: null, problem: null, conflict: null };

export function ended(
  state: 'rejected' | 'superseded' | 'expired' | 'dead',
  code: WriteProblemCode,
  message = '',
): RowChange {
  return { state, lease: null, problem: problem(code, message) };
}

/** Somebody else changed the listing: what it is now is kept, for the person to choose. */
export function changedElsewhere(found: Pick<ListingFacts, 'price' | 'status'>): RowChange {
  const { price, status } = found;
  return { ...ended('superseded', 'changed-elsewhere'), conflict: { price, status } };
}

/** Nothing was changed and it may be tried again: after a pause that grows, and not for ever. */
export function again(turn: Turn, row: OutboxRow, why: WriteProblem | null = null): RowChange {
  if (row.attempts >= MOST_ATTEMPTS) return ended('dead', 'attempts', why?.message ?? row.problem?.message ?? '');
  const wait = fullJitter(row.attempts, BACK_OFF_BASE_MS, BACK_OFF_CAP_MS, turn.deps.random.next());
  return { state: 'pending', lease: null, batchId: null, problem: null, nextAt: shiftInstant(turn.now(), wait) };
}

/** Its answer was lost, or does not say enough: it is read back before anything else is done. */
export function lost(readAt: Instant, why: WriteProblem | null = null): RowChange {
  return { state: 'unknown', lease: null, problem: why, nextAt: readAt };
}
