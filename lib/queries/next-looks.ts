import type { ArchvdDatabase } from '@/lib/db/database';
import { PRICE_READINGS_PER_HOUR, readProducts } from '@/lib/db/repositories/read-products';
import type { Instant } from '@/lib/domain/time/instant';
import { planReadings, type NextLook } from '@/lib/domain/watch-schedule/plan-readings';

/**
 * When each product whose prices are read is looked at next, about, and why then: by the very plan the reading follows.
 * By catalogue id; `at` is `now` for what is read at the next opportunity.
 *
 * @param request.freshnessMs the setting `watching.freshnessMinutes`, in milliseconds
 * @param request.regionId region whose prices are meant; null: everywhere
 */
export async function nextLooks(
  db: ArchvdDatabase,
  request: { readonly now: Instant; readonly regionId: string | null; readonly freshnessMs: number },
): Promise<ReadonlyMap<string, NextLook>> {
  const { now, regionId, freshnessMs } = request;
  const products = await readProducts(db, regionId);
  return planReadings({ products, freshnessMs, budgetPerHour: PRICE_READINGS_PER_HOUR, now }).looks;
}
