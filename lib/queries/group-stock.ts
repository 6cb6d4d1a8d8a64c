import type { Pair } from '@/lib/domain/inventory/pair';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { inCurrency } from '@/lib/domain/money/fx';
import { minor, money, type Money } from '@/lib/domain/money/money';
import { totalCost } from '@/lib/domain/pnl/profit';
import type { Valuation as PairValue } from '@/lib/domain/pnl/unrealised';
import type { RateBook } from './rates';

/** Stock of one age or brand. */
export interface StockGroup {
  /** A bound of `AGES` (`30`: 0 to 30 days), `older`, `unknown`; or the brand. */
  readonly key: string;
  readonly pairs: number;
  /** What was paid for those whose cost is known. */
  readonly cost: Money;
  readonly costed: number;
  /** What those with a price would bring after fees, listed a dollar under the lowest ask. */
  readonly net: Money;
  readonly valued: number;
}

interface Grouping {
  readonly stock: readonly Pair[];
  readonly atAsk: readonly PairValue[];
  readonly currency: CurrencyCode;
  readonly rates: RateBook;
  readonly keyOf: (pair: Pair) => string;
}

export function groupStock({ stock, atAsk, currency, rates, keyOf }: Grouping): StockGroup[] {
  const groups = new Map<string, { pairs: number; cost: number; costed: number; net: number; valued: number }>();
  stock.forEach((pair, nth) => {
    const key = keyOf(pair);
    const sums = groups.get(key) ?? { pairs: 0, cost: 0, costed: 0, net: 0, valued: 0 };
    groups.set(key, sums);
    sums.pairs += 1;
    const cost = costOf(pair, currency, rates);
    if (cost !== null) {
      sums.costed += 1;
      sums.cost = minor(sums.cost + cost.minor);
    }
    const value = atAsk[nth];
    if (value?.kind !== 'valued') return;
    sums.valued += 1;
    sums.net = minor(sums.net + value.net.minor);
  });
  return [...groups].map(([key, { pairs, cost, costed, net, valued }]) => ({
    key,
    pairs,
    cost: money(cost, currency),
    costed,
    net: money(net, currency),
    valued,
  }));
}

/** Paid for the pair altogether, in the seller's own currency; null when unknown or without a rate. */
export function costOf({ cost, otherCosts }: Pair, currency: CurrencyCode, rates: RateBook): Money | null {
  const here = (amount: Money) =>
    amount.currency === currency ? amount : inCurrency(amount, currency, rates(amount.currency, currency), 'half-even');
  const [paid, others] = [cost === null ? null : here(cost), otherCosts === null ? null : here(otherCosts)];
  return paid === null || (otherCosts !== null && others === null) ? null : totalCost(paid, others);
}
