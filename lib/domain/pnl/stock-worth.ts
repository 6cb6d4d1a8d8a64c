import type { CurrencyCode } from '../money/currency';
import { minor, money, type Money } from '../money/money';
import type { Valuation } from './unrealised';

/** A pair of the stock with all that can be said of its worth, in the report's currency. */
export interface WorthOfPair {
  /** All it cost; null: unknown, or without a rate. */
  readonly cost: Money | null;
  /** Listed a dollar under the lowest ask. */
  readonly atAsk: Valuation;
  /** Sold into the highest offer. */
  readonly atOffer: Valuation;
}

/** What the stock is worth on each basis by itself; pairs without a figure are in no sum of that basis. */
export interface StockWorth {
  readonly pairs: number;
  readonly atCost: Money;
  readonly withoutCost: number;
  readonly atAskNet: Money;
  readonly valuedAtAsk: number;
  readonly atOfferNet: Money;
  readonly valuedAtOffer: number;
  /** Per pair the lower of cost and what it would bring; where that is not known, its cost. Without a cost: in no sum. */
  readonly lowerOfCostAndNet: Money;
  /** Pairs that would bring less than they cost. */
  readonly belowCost: number;
}

/**
 * Adds up the worth of the stock. Lower of cost and net realisable value is taken pair by pair, as books do: the gain of
 * one pair never hides the loss of another. What would bring less than nothing is worth nothing.
 *
 * @example cost $60 brings $80, cost $100 brings $70: at cost $160, at ask $150, lower of the two $60 + $70 = $130
 */
export function stockWorth(stock: readonly WorthOfPair[], currency: CurrencyCode): StockWorth {
  const counts = { pairs: stock.length, withoutCost: 0, valuedAtAsk: 0, valuedAtOffer: 0, belowCost: 0 };
  let [atCost, atAsk, atOffer, lower] = [0, 0, 0, 0];
  for (const pair of stock) {
    if (pair.atAsk.kind === 'valued') {
      counts.valuedAtAsk += 1;
      atAsk = minor(atAsk + pair.atAsk.net.minor);
    }
    if (pair.atOffer.kind === 'valued') {
      counts.valuedAtOffer += 1;
      atOffer = minor(atOffer + pair.atOffer.net.minor);
    }
    if (pair.cost === null) {
      counts.withoutCost += 1;
      continue;
    }
    const brings = pair.atAsk.kind === 'valued' ? Math.max(0, pair.atAsk.net.minor) : pair.cost.minor;
    if (brings < pair.cost.minor) counts.belowCost += 1;
    atCost = minor(atCost + pair.cost.minor);
    lower = minor(lower + Math.min(pair.cost.minor, brings));
  }
  return {
    ...counts,
    atCost: money(atCost, currency),
    atAskNet: money(atAsk, currency),
    atOfferNet: money(atOffer, currency),
    lowerOfCostAndNet: money(lower, currency),
  };
}
