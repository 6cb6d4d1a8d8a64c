import { estimateNet } from '../fees/estimate-net';
import type { FeeProfile, FeeSchedule } from '../fees/fee-schedule';
import type { Pair, PairStatus } from '../inventory/pair';
import type { MarketQuote } from '../market/quote';
import { add, minorPerUnit, subtract } from '../money/arithmetic';
import type { CurrencyCode } from '../money/currency';
import { inCurrency, type FxRate } from '../money/fx';
import { money, type Money } from '../money/money';
import { profitOf, totalCost } from './profit';

/** What stock is valued at. A figure names its basis, and two bases are never mixed in one. */
export type ValuationBasis = 'lowest-ask-minus-1' | 'highest-offer' | 'last-sale';

export type Figures = Pick<MarketQuote, 'lowestAsk' | 'highestOffer' | 'lastSale'>;

export interface ValuationSettings {
  readonly basis: ValuationBasis;
  readonly currency: CurrencyCode;
  /** The fees in force now; null when there are none. */
  readonly schedule: FeeSchedule | null;
  readonly profile: FeeProfile;
  /** Today's rate between the marketplace's currency and the report's; null when there is none. */
  readonly fx: FxRate | null;
}

/** What a pair would bring now. `missing` says why there is no figure. */
export type Valuation =
  | {
      readonly kind: 'valued';
      /** Marketplace price. */
      readonly price: Money;
      /** After fees, in the report's currency. An estimate, as any price not sold at. */
      readonly net: Money;
      /** All costs of the pair, in the report's currency; null when unknown. */
      readonly cost: Money | null;
      readonly profit: Money | null;
    }
  | { readonly kind: 'unknown'; readonly missing: 'price' | 'fees' | 'rate' };

/**
 * Values one pair at the market.
 *
 * @param figures of exactly this pair's product, size, condition and box; null when there are none
 * @example lowest ask $98: one dollar under it is $97, which nets $80.38 (US prepaid, rating 90); cost $60: +$20.38
 */
export function valuePair(
  pair: Pick<Pair, 'cost' | 'otherCosts'>,
  figures: Figures | null,
  settings: ValuationSettings,
): Valuation {
  const price = figures === null ? null : priceAt(figures, settings.basis);
  if (price === null) return { kind: 'unknown', missing: 'price' };
  const estimate = estimateNet(price, settings.schedule, settings.profile);
  if (estimate.kind === 'unknown') return { kind: 'unknown', missing: 'fees' };
  const to = (amount: Money): Money | null => inCurrency(amount, settings.currency, settings.fx, 'half-even');
  const net = to(estimate.net);
  const cost = pair.cost === null ? null : to(pair.cost);
  const otherCosts = pair.otherCosts === null ? null : to(pair.otherCosts);
  if (net === null || (pair.cost !== null && cost === null) || (pair.otherCosts !== null && otherCosts === null)) {
    return { kind: 'unknown', missing: 'rate' };
  }
  const spent = totalCost(cost, otherCosts);
  return { kind: 'valued', price, net, cost: spent, profit: profitOf(net, spent) };
}

/**
 * The marketplace price a basis stands for; null where the market has none.
 *
 * @example lowest ask $98 on `lowest-ask-minus-1` is $97
 */
export function priceAt(figures: Figures, basis: ValuationBasis): Money | null {
  if (basis === 'highest-offer') return figures.highestOffer;
  if (basis === 'last-sale') return figures.lastSale;
  const ask = figures.lowestAsk;
  if (ask === null) return null;
  const under = subtract(ask, money(minorPerUnit(ask.currency), ask.currency));
  return under.minor > 0 ? under : null;
}

export interface StockValue {
  readonly basis: ValuationBasis;
  readonly pairs: number;
  /** Pairs with a value, and what they would bring after fees. */
  readonly valued: number;
  readonly net: Money;
  /** Of those, the ones whose cost is known; these figures add up. */
  readonly complete: { readonly pairs: number; readonly net: Money; readonly cost: Money; readonly profit: Money };
  /** Pairs without a value, by what is missing. */
  readonly missingPrice: number;
  readonly missingFees: number;
  readonly missingRate: number;
}

/** Adds up the values of stock, all of one basis. */
export function stockValue(valuations: readonly Valuation[], settings: ValuationSettings): StockValue {
  const nothing = money(0, settings.currency);
  const complete = { pairs: 0, net: nothing, cost: nothing, profit: nothing };
  const missing = { price: 0, fees: 0, rate: 0 };
  let valued = 0;
  let net = nothing;
  for (const valuation of valuations) {
    if (valuation.kind === 'unknown') {
      missing[valuation.missing] += 1;
      continue;
    }
    valued += 1;
    net = add(net, valuation.net);
    if (valuation.cost === null || valuation.profit === null) continue;
    complete.pairs += 1;
    complete.net = add(complete.net, valuation.net);
    complete.cost = add(complete.cost, valuation.cost);
    complete.profit = add(complete.profit, valuation.profit);
  }
  return {
    basis: settings.basis,
    pairs: valuations.length,
    valued,
    net,
    complete,
    missingPrice: missing.price,
    missingFees: missing.fees,
    missingRate: missing.rate,
  };
}

/** What a pair is while it is the seller's and unsold, wherever it lies. */
export const STOCK_STATUSES = ['in-stock', 'listed', 'returned', 'consigned'] as const satisfies readonly PairStatus[];

/** The pair is the seller's and unsold: stock that has a value, as the tax office counts it too. */
export function isStock({ status, deletedAt }: Pick<Pair, 'status' | 'deletedAt'>): boolean {
  return deletedAt === null && STOCK_STATUSES.some((each) => each === status);
}
