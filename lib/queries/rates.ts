import type { ArchvdDatabase } from '@/lib/db/database';
import { latestFxRate } from '@/lib/db/repositories/fx';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import type { Instant } from '@/lib/domain/time/instant';

/** The rate in force that joins two currencies, whichever way round it was kept; null when none is known. */
export type RateBook = (a: CurrencyCode, b: CurrencyCode) => FxRate | null;

/** Rates in force at `at` among a handful of currencies. Of the two directions the newer one counts. */
export async function readRates(
  db: ArchvdDatabase,
  currencies: Iterable<CurrencyCode>,
  at: Instant,
): Promise<RateBook> {
  const all = [...new Set(currencies)];
  const pairs = all.flatMap((a) => all.filter((b) => b !== a).map((b) => [a, b] as const));
  const found = await Promise.all(pairs.map(([base, quote]) => latestFxRate(db, base, quote, at)));
  return (a, b) => {
    const joining = found.filter(
      (rate) => rate !== null && ((rate.base === a && rate.quote === b) || (rate.base === b && rate.quote === a)),
    );
    return joining.reduce(
      (newest, rate) => (newest === null || (rate !== null && rate.asOf > newest.asOf) ? rate : newest),
      null,
    );
  };
}
