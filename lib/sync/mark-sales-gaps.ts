import type { SalesGapRow } from '@/lib/db/watching-rows';
import type { Instant } from '@/lib/domain/time/instant';
import type { SoldVariant } from './keep-recent-sales';

interface SalesReading extends SoldVariant {
  /** The oldest sale it brought; null: none. */
  readonly oldest: Instant | null;
  /** It brought as many rows as it could: there may be more before its oldest. */
  readonly isFull: boolean;
  /** It asked for as many rows as there are to be had: what it did not reach cannot be had any more. */
  readonly isWide: boolean;
  /** The newest sale known before it; null: none. */
  readonly newestKnown: Instant | null;
}

interface GapChange {
  readonly gone: readonly string[];
  readonly put: readonly SalesGapRow[];
}

/** Marks a gap that asking for all there is did not close: it stays. */
const STAYS = '|stays';

/** Whether asking for more rows may close it. */
export function mayBeClosed(gap: SalesGapRow): boolean {
  return gap.from !== null && !gap.id.endsWith(STAYS);
}

/**
 * What a reading of a size's sales does to the gaps in what is known: one that came full and does not reach back to what
 * was known leaves a gap behind; one that reaches into a gap narrows it, and one that reaches across it, or holds all
 * there is, closes it.
 *
 * @example known up to Monday, ten rows from Wednesday on: a gap from Monday to Wednesday; 200 rows from Sunday on close it
 */
export function markSalesGaps(gaps: readonly SalesGapRow[], reading: SalesReading): GapChange {
  const { catalogId, usSize, oldest, isFull, isWide, newestKnown } = reading;
  if (!isFull) return { gone: gaps.map(({ id }) => id), put: [] };
  if (oldest === null) return { gone: [], put: [] };
  const gone: string[] = [];
  const put: SalesGapRow[] = [];
  const keep = (from: Instant | null, until: Instant): void => {
    put.push({ id: `${catalogId}|${usSize}|${until}${isWide ? STAYS : ''}`, catalogId, usSize, from, until });
  };
  for (const { id, from, until } of gaps) {
    if (oldest >= until) continue;
    gone.push(id);
    if (from === null || oldest > from) keep(from, oldest);
  }
  if (newestKnown === null || oldest > newestKnown) keep(newestKnown, oldest);
  return { gone, put };
}
