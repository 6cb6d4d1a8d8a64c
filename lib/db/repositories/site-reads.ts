import { toIsoString, type Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';

/** Drops the counts of days before the day of `before`. @returns how many rows went */
export async function pruneSiteReads(db: ArchvdDatabase, before: Instant): Promise<number> {
  return db.siteReads.where('day').below(toIsoString(before).slice(0, 10)).delete();
}
