import type { ArchvdDatabase } from '@/lib/db/database';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import { settleBooks, type SettledBooks } from '@/lib/domain/tax/settle-books';
import type { TaxBooks } from '@/lib/domain/tax/tax-books';
import { taxCurrency } from '@/lib/domain/tax/tax-country';
import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import type { OffsetAt } from '@/lib/domain/time/period';

/** The books as the tax office looks at them. */
export interface TaxReading {
  readonly profile: TaxProfile;
  readonly books: TaxBooks;
  readonly settled: SettledBooks;
  /** Numbers of the stock book, by pair. */
  readonly numbers: ReadonlyMap<string, number>;
}

/**
 * All rows the tax reports start from, in the currency of the country. Pairs in the bin count only where they were sold.
 *
 * @returns null while the seller has not said where they are taxed
 */
export async function readTax(db: ArchvdDatabase, profile: TaxProfile, offsetAt: OffsetAt): Promise<TaxReading | null> {
  if (profile.country === null) return null;
  const [sales, pairs, expenses, payouts, rates, numbers] = await Promise.all([
    db.sales.toArray(),
    db.inventory.toArray(),
    db.expenses.toArray(),
    db.payouts.toArray(),
    db.fxRates.toArray(),
    db.stockBook.toArray(),
  ]);
  const books: TaxBooks = {
    sales,
    pairs: withoutBin(pairs, new Set(sales.map(({ pairId }) => pairId))),
    expenses: expenses.filter(({ deletedAt }) => deletedAt === null),
    payouts,
    rateAt: ratesByDay(rates),
    offsetAt,
  };
  return {
    profile,
    books,
    settled: settleBooks(books, profile, taxCurrency(profile.country)),
    numbers: new Map(numbers.map(({ id, number }) => [id, number])),
  };
}

function withoutBin(pairs: readonly Pair[], sold: ReadonlySet<string>): readonly Pair[] {
  return pairs.filter(({ id, deletedAt }) => deletedAt === null || sold.has(id));
}

/** Of both directions the newest rate from then or before; never a later one. */
export function ratesByDay(rates: readonly FxRate[]): TaxBooks['rateAt'] {
  const byPair = new Map<string, FxRate[]>();
  const keyOf = (a: CurrencyCode, b: CurrencyCode): string => (a < b ? `${a}${b}` : `${b}${a}`);
  for (const rate of rates.toSorted((a, b) => a.asOf - b.asOf || (a.source < b.source ? -1 : 1))) {
    const key = keyOf(rate.base, rate.quote);
    const known = byPair.get(key);
    if (known === undefined) byPair.set(key, [rate]);
    else known.push(rate);
  }
  return (a, b, at) => byPair.get(keyOf(a, b))?.findLast(({ asOf }) => asOf <= at) ?? null;
}
