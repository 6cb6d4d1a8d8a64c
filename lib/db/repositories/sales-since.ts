import { Dexie } from 'dexie';
import type { Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import type { SalesGapRow } from '../watching-rows';

/**
 * Since when no sale of a size was missed, by US size: the end of its newest gap. A size without one is not in it: then
 * either nothing was missed, or it was read before gaps were noted.
 *
 * @example read on Monday, and on Friday full with sales from Wednesday on: Wednesday
 */
export async function salesSince(db: ArchvdDatabase, catalogId: string): Promise<ReadonlyMap<number, Instant>> {
  const gaps = await salesGapsOf(db, catalogId);
  const newest = new Map<number, Instant>();
  for (const { usSize, until } of gaps) if (until > (newest.get(usSize) ?? 0)) newest.set(usSize, until);
  return newest;
}

/** Where sales of any size of a product may have been missed. */
export function salesGapsOf(db: ArchvdDatabase, catalogId: string): Promise<SalesGapRow[]> {
  return db.salesGaps
    .where('[catalogId+usSize]')
    .between([catalogId, Dexie.minKey], [catalogId, Dexie.maxKey])
    .toArray();
}
