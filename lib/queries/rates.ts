import type { ArchvdDatabase } from '@/lib/db/database';
import { latestFxRate } from '@/lib/db/repositories/fx';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import { instant } from '@/lib/domain/time/instant';

/** The rate in force that joins two currencies, whichever way round it was kept; null when none is known. */
export type RateBook = (a: CurrencyCode, b: CurrencyCode) => FxRate | null;

/** No rate is set ahead of its time: the newest there is, is the one in force. */
const EVER = instant(Number.MAX_SAFE_INTEGER);

/**
 * Rates in force among a handful of currencies. Of the two directions the newer one counts. Asked without a moment, so
 * that a rate set just now is seen at once by what follows the books.
 */
export async function readRates(db: ArchvdDatabase, currencies: Iterable<CurrencyCode>): Promise<RateBook> {
  const all = [...new Set(currencies)];
  const pairs = all.flatMap((a) => all.filter((b) => b !== a).map((b) => [a, b] as const));
  const found = await Promise.all(pairs.map(([base, quote]) => latestFxRate(db, base, quote, EVER)));
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
