import type { ArchvdDatabase } from '@/lib/db/database';
import { salesGapsOf } from '@/lib/db/repositories/sales-since';
import type { SalesGap } from '@/lib/domain/market/weekly-volume';
import { instant, type Instant } from '@/lib/domain/time/instant';

/** A stretch of the time that was asked for. */
export interface MissingSales {
  readonly from: Instant;
  readonly until: Instant;
}

/** Where sales of these sizes may have been missed, by US size; a size without a gap is not in it. */
export async function readSalesGaps(
  db: ArchvdDatabase,
  catalogId: string,
  sizes: readonly number[],
): Promise<ReadonlyMap<number, readonly SalesGap[]>> {
  const rows = await salesGapsOf(db, catalogId);
  const bySize = new Map<number, SalesGap[]>();
  for (const { usSize, from, until } of rows)
    if (sizes.includes(usSize)) bySize.set(usSize, [...(bySize.get(usSize) ?? []), { from, until }]);
  return bySize;
}

/**
 * What of a time sales may be missing in, oldest first; stretches that touch are one.
 *
 * @example gaps before Tuesday, and from Monday to Wednesday, in a week that begins on Sunday: Sunday to Wednesday
 */
export function missingWithin(
  gaps: ReadonlyMap<number, readonly SalesGap[]>,
  { from, until }: MissingSales,
): readonly MissingSales[] {
  const stretches = [...gaps.values()]
    .flat()
    .map((gap) => ({
      from: instant(Math.max(gap.from ?? from, from)),
      until: instant(Math.min(gap.until, until)),
    }))
    .filter((stretch) => stretch.from < stretch.until)
    .toSorted((a, b) => a.from - b.from);
  const missing: MissingSales[] = [];
  for (const stretch of stretches) {
    const last = missing.at(-1);
    if (last === undefined || stretch.from > last.until) missing.push(stretch);
    else missing[missing.length - 1] = { from: last.from, until: instant(Math.max(last.until, stretch.until)) };
  }
  return missing;
}
