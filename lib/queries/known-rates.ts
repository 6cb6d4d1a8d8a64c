import type { ArchvdDatabase } from '@/lib/db/database';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import { readRates } from './rates';
import type { Valuation } from './valuation';

export interface KnownRate {
  readonly currency: CurrencyCode;
  /** The rate in force into the seller's own currency; null when none is known, and then nothing in it is counted. */
  readonly rate: FxRate | null;
  /** Pairs whose cost is in it. */
  readonly pairs: number;
}

/**
 * Every currency the books need beside the seller's own, with its rate: the marketplace's first, then those of costs, of
 * sales told by hand and of expenses.
 *
 * @example told in GBP, some pairs bought in euros: USD with its rate and 0 pairs, EUR without one and 12 pairs
 */
export async function knownRates(
  db: ArchvdDatabase,
  marketCurrency: CurrencyCode,
  { currency }: Pick<Valuation, 'currency'>,
): Promise<readonly KnownRate[]> {
  const counts = new Map<CurrencyCode, number>([[marketCurrency, 0]]);
  const need = (code: CurrencyCode, pairs: number) => counts.set(code, (counts.get(code) ?? 0) + pairs);
  await db.inventory.each(({ cost, otherCosts, deletedAt }) => {
    if (deletedAt !== null) return;
    if (cost !== null) need(cost.currency, 1);
    if (otherCosts !== null) need(otherCosts.currency, 0);
  });
  await db.sales.each(({ marketplace, price }) => {
    if (marketplace !== 'alias') need(price.currency, 0);
  });
  await db.expenses.each(({ amount, deletedAt }) => {
    if (deletedAt === null) need(amount.currency, 0);
  });
  counts.delete(currency);
  const rates = await readRates(db, [currency, ...counts.keys()]);
  return [...counts].map(([each, pairs]) => ({ currency: each, rate: rates(each, currency), pairs }));
}
