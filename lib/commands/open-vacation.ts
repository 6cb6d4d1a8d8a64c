import type { ArchvdDatabase } from '@/lib/db/database';
import type { VacationRow } from '@/lib/db/selling-rows';

/** The holiday that is on; null: the seller is here. There are a handful of them in all. */
export async function openVacation(db: ArchvdDatabase): Promise<VacationRow | null> {
  return (await db.vacations.filter(({ endedAt }) => endedAt === null).first()) ?? null;
}
