import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import { rateOf } from '@/lib/db/repositories/fx';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import type { Instant } from '@/lib/domain/time/instant';

/** The rate of a moment that joins two currencies, whichever way round it was kept; null when none is known. */
export type DayRates = (a: CurrencyCode, b: CurrencyCode, at: Instant) => FxRate | null;

/**
 * Rates among a handful of currencies by the moment they are asked for: the newest from then or before or, for what is
 * older than every rate, the first one after it. So a figure of last year stays as it is when a rate is set today.
 *
 * @example $1 was £0.75 on 1 May and £0.80 on 1 June: asked for 20 May it is £0.75, for 1 March too
 */
export async function readDayRates(db: ArchvdDatabase, currencies: Iterable<CurrencyCode>): Promise<DayRates> {
  const all = [...new Set(currencies)].toSorted();
  const joined = all.flatMap((a, nth) => all.slice(nth + 1).map((b) => [a, b] as const));
  const found = await Promise.all(
    joined.map(async ([a, b]) => {
      const [there, back] = await Promise.all([ratesOf(db, a, b), ratesOf(db, b, a)]);
      return [`${a}${b}`, [...there, ...back].toSorted((x, y) => x.asOf - y.asOf)] as const;
    }),
  );
  const books = new Map(found);
  return (a, b, at) => rateAt(books.get(a < b ? `${a}${b}` : `${b}${a}`) ?? [], at);
}

async function ratesOf(db: ArchvdDatabase, base: CurrencyCode, quote: CurrencyCode): Promise<readonly FxRate[]> {
  const rows = await db.fxRates
    .where('[base+quote+asOf]')
    .between([base, quote, Dexie.minKey], [base, quote, Dexie.maxKey])
    .toArray();
  return rows.map(rateOf);
}

/** Thousands of rows ask years of daily rates: found by halves. */
function rateAt(rates: readonly FxRate[], at: Instant): FxRate | null {
  let [low, high] = [0, rates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rates[middle]?.asOf ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return rates[low - 1] ?? rates[0] ?? null;
}
