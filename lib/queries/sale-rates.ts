import type { ArchvdDatabase } from '@/lib/db/database';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import type { Money } from '@/lib/domain/money/money';
import type { RatedSale } from '@/lib/domain/pnl/pnl-line';
import type { Sale } from '@/lib/domain/sales/sale';
import { readDayRates } from './day-rates';
import type { Valuation } from './valuation';

/**
 * Sales with rates to tell them by: the one stored with the sale where it serves, else that of the day it was sold, and
 * for costs in yet another currency that of the day the pair was bought. A sale that was read before any rate was known,
 * or before the seller chose this currency, would else never be told at all; one that is older than every rate takes the
 * first there is.
 *
 * @param pairOf the pair a sale sold, for the currency of its cost
 * @example sold in dollars without a rate, told in GBP, $1 = £0.79 since the day before: it comes back with that rate
 */
export async function rateSales(
  db: ArchvdDatabase,
  sales: readonly Sale[],
  pairOf: (sale: Sale) => Pair | null | undefined,
  { currency }: Pick<Valuation, 'currency'>,
): Promise<RatedSale[]> {
  const lacking = new Map<string, Lack>();
  for (const sale of sales) {
    const lack = lackOf(sale, pairOf(sale), currency);
    if (lack !== null) lacking.set(sale.id, lack);
  }
  if (lacking.size === 0) return [...sales];
  const needed = [...lacking.values()].flatMap(({ price, cost }) => [price, cost].flatMap((each) => each ?? []));
  const rates = await readDayRates(db, [currency, ...needed]);
  return sales.map((sale): RatedSale => {
    const lack = lacking.get(sale.id);
    if (lack === undefined) return sale;
    const { price, cost } = lack;
    const pair = pairOf(sale);
    const boughtAt = pair?.boughtAt ?? pair?.createdAt ?? sale.soldAt;
    const fx = price === null ? null : rates(price, currency, sale.soldAt);
    const costFx = cost === null ? null : rates(cost, currency, boughtAt);
    return { ...sale, fx: fx ?? sale.fx, costFx };
  });
}

/** Currencies that a sale's own rate does not bring into the one asked for. */
interface Lack {
  readonly price: CurrencyCode | null;
  readonly cost: CurrencyCode | null;
}

function lackOf({ price, fx }: Sale, pair: Pair | null | undefined, currency: CurrencyCode): Lack | null {
  const lacks = (from: CurrencyCode | null) => (from === null || joins(fx, from, currency) ? null : from);
  const ofPrice = lacks(otherThan(currency, price));
  const ofCost = lacks(otherThan(currency, pair?.cost) ?? otherThan(currency, pair?.otherCosts));
  return ofPrice === null && ofCost === null ? null : { price: ofPrice, cost: ofCost };
}

function joins(fx: FxRate | null, a: CurrencyCode, b: CurrencyCode): boolean {
  return fx !== null && (fx.base === a || fx.quote === a) && (fx.base === b || fx.quote === b);
}

function otherThan(currency: CurrencyCode, amount: Money | null | undefined): CurrencyCode | null {
  return amount && amount.currency !== currency ? amount.currency : null;
}
