import type { ArchvdDatabase } from '@/lib/db/database';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import type { Sale } from '@/lib/domain/sales/sale';
import { readRates } from './rates';
import type { Valuation } from './valuation';

/**
 * Sales with a rate to tell them by: the one stored with the sale where it serves, else the one in force now. A sale
 * that was read before any rate was known, or before the seller chose this currency, would else never be told at all.
 *
 * @param pairOf the pair a sale sold, for the currency of its cost
 * @example stored without a rate, told in GBP, $1 = £0.79 set today: the sale comes back with today's rate and its date
 */
export async function rateSales(
  db: ArchvdDatabase,
  sales: readonly Sale[],
  pairOf: (sale: Sale) => Pair | null | undefined,
  { currency }: Pick<Valuation, 'currency'>,
): Promise<Sale[]> {
  const lacking = new Map<string, CurrencyCode>();
  for (const sale of sales) {
    const from = lackOf(sale, pairOf(sale), currency);
    if (from !== null) lacking.set(sale.id, from);
  }
  if (lacking.size === 0) return [...sales];
  const rates = await readRates(db, [currency, ...lacking.values()]);
  return sales.map((sale) => {
    const from = lacking.get(sale.id);
    const rate = from === undefined ? null : rates(from, currency);
    return rate === null ? sale : { ...sale, fx: rate };
  });
}

/** The currency of a sale, or else of its cost, that its own stored rate does not bring into `currency`; null: none. */
function lackOf({ price, fx }: Sale, pair: Pair | null | undefined, currency: CurrencyCode): CurrencyCode | null {
  const from = otherThan(currency, price) ?? otherThan(currency, pair?.cost) ?? otherThan(currency, pair?.otherCosts);
  if (from === null) return null;
  const joins =
    fx !== null && (fx.base === from || fx.quote === from) && (fx.base === currency || fx.quote === currency);
  return joins ? null : from;
}

function otherThan(currency: CurrencyCode, amount: Money | null | undefined): CurrencyCode | null {
  return amount && amount.currency !== currency ? amount.currency : null;
}
