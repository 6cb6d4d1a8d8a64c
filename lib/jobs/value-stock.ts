import type { ArchvdDatabase } from '@/lib/db/database';
import { localDate } from '@/lib/domain/time/local-date';
import type { CalendarDate } from '@/lib/domain/time/instant';
import type { OffsetAt } from '@/lib/domain/time/period';
import type { Clock } from '@/lib/platform/ports';
import type { Valuation } from '@/lib/queries/valuation';
import { valuationOfDay } from '@/lib/queries/valuations';

export interface ValueStockDeps {
  readonly db: ArchvdDatabase;
  readonly clock: Clock;
  readonly offsetAt: OffsetAt;
  /** In which currency, by whose fees and in which region the stock is valued. */
  readonly valuing: () => Promise<Omit<Valuation, 'now'>>;
}

/**
 * Keeps what the stock is worth as the value of the day, in place of an earlier one of the same day.
 *
 * @returns the day
 */
export async function valueStock({ db, clock, offsetAt, valuing }: ValueStockDeps): Promise<CalendarDate> {
  const row = await valuationOfDay(db, { ...(await valuing()), now: clock.now() }, offsetAt);
  await db.stockValuations.put(row);
  return row.day;
}

/** The same once a day: a day that has its value, and a seller who has no stock yet, cost one look. */
export async function valueStockDaily(deps: ValueStockDeps): Promise<void> {
  const { db, clock, offsetAt } = deps;
  const isValued = (await db.stockValuations.get(localDate(clock.now(), offsetAt))) !== undefined;
  if (!isValued && (await db.inventory.count()) > 0) await valueStock(deps);
}
