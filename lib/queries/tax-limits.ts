import type { ArchvdDatabase } from '@/lib/db/database';
import { inCurrency } from '@/lib/domain/money/fx';
import { money } from '@/lib/domain/money/money';
import { settleBooks } from '@/lib/domain/tax/settle-books';
import { taxCurrency } from '@/lib/domain/tax/tax-country';
import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import { thresholds, type ThresholdReading } from '@/lib/domain/tax/thresholds';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import type { OffsetAt } from '@/lib/domain/time/period';
import { pairsOfSales } from './pairs-of-sales';
import { ratesByDay } from './tax-books';

/** No limit looks farther back; a day more than a leap year, for clocks ahead of this one. */
const LOOKED_AT_DAYS = 368;

/**
 * How far the limits of the seller's country are filled, as the tax screen has it, of no more rows than the limits count:
 * the sales of a year, and those that were given back.
 */
export async function taxLimits(
  db: ArchvdDatabase,
  profile: TaxProfile,
  now: Instant,
  offsetAt: OffsetAt,
): Promise<readonly ThresholdReading[]> {
  if (profile.country === null) return [];
  const [recent, reversed, rates] = await Promise.all([
    db.sales
      .where('soldAt')
      .aboveOrEqual(shiftInstant(now, -LOOKED_AT_DAYS * DAY_MS))
      .toArray(),
    db.sales.where('status').equals('reversed').toArray(),
    db.fxRates.toArray(),
  ]);
  const sales = [...recent.filter(({ status }) => status !== 'reversed'), ...reversed];
  const pairs = await pairsOfSales(db, sales);
  const currency = taxCurrency(profile.country);
  const rateAt = ratesByDay(rates);
  const books = { sales, pairs: [...pairs.values()], expenses: [], payouts: [], rateAt, offsetAt };
  const euros = (cents: number) => inCurrency(money(cents, 'EUR'), currency, rateAt('EUR', currency, now), 'half-even');
  return thresholds(settleBooks(books, profile, currency), profile, now, offsetAt, euros);
}
