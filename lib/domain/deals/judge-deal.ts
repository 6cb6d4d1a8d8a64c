import { netOf, resolveFees, type KnownNet, type ResolvedFees, type UnknownNet } from '../fees/estimate-net';
import type { FeeProfile, FeeSchedule, MissingFee } from '../fees/fee-schedule';
import { breakEvenPrice } from '../fees/floor-price';
import type { CurrencyCode } from '../money/currency';
import { inCurrency, type FxRate } from '../money/fx';
import type { Money } from '../money/money';
import { profitOf, roiOf } from '../pnl/profit';
import { priceAt, type Figures } from '../pnl/unrealised';
import { maxBuyPrice } from './max-buy-price';

/** What keeps a figure of a deal from being known. `no-figures`: the market was never read for this size. */
export type DealGap =
  | 'page-price'
  | 'no-figures'
  | 'no-ask'
  | 'ask-too-low'
  | 'no-offer'
  | 'fx-rate'
  | 'no-price-would-do'
  | 'reachable-price'
  | MissingFee;

/** One way to sell on alias what is bought here. A figure that is null has its reason in `missing`. */
export interface DealWay {
  /** What it would be sold for, in the marketplace's currency. */
  readonly price: Money | null;
  /** The lines between price and net, in the marketplace's currency. */
  readonly lines: KnownNet | null;
  /** What arrives, in the deal's currency. */
  readonly net: Money | null;
  /** Net less the page's price; what the page adds for shipping, fees and tax is not known and not in it. */
  readonly profit: Money | null;
  readonly roiBasisPoints: number | null;
  readonly missing: readonly DealGap[];
}

export interface Deal {
  /** Listed one whole unit under the lowest ask. */
  readonly underAsk: DealWay;
  /** Sold into the highest offer at once. */
  readonly intoOffer: DealWay;
  /** The most the page may ask so that selling under the lowest ask still brings the return asked for. */
  readonly maxBuy: Money | null;
  readonly maxBuyMissing: readonly DealGap[];
  /** Sold at the lowest whole price that brings back what the page asks. */
  readonly breakEven: DealWay;
}

export interface DealInputs {
  /** What the page asks for this size, before whatever it adds; null when it names no price. */
  readonly pagePrice: Money | null;
  /** New, in a good box; null when never read. */
  readonly figures: Figures | null;
  /** What the deal is told in: the page's currency. */
  readonly currency: CurrencyCode;
  readonly schedule: FeeSchedule | null;
  readonly profile: FeeProfile;
  /** Joins the marketplace's currency with the deal's; not needed when they are the same. */
  readonly fx: FxRate | null;
  readonly targetRoiBasisPoints: number;
}

/**
 * Judges buying a pair on a page and selling it on alias, for one size.
 *
 * @example page $105, lowest ask $98, highest offer $90 (US prepaid, rating 90): under the ask $97 nets $80.38, so
 * −$24.62 (−23.45 %); the offer nets $74.23, so −$30.77; for 15 % the pair may cost $69.89; sold for $126 it brings
 * its $105 back, since $125 nets $104.99
 */
export function judgeDeal(inputs: DealInputs): Deal {
  const fees = resolveFees(inputs.schedule, inputs.profile);
  const { figures } = inputs;
  const ask = figures === null ? null : priceAt(figures, 'lowest-ask-minus-1');
  const noAsk = figures?.lowestAsk == null ? 'no-ask' : 'ask-too-low';
  const underAsk = judgeWay(inputs, fees, ask, figures === null ? 'no-figures' : noAsk);
  const offer = figures?.highestOffer ?? null;
  const intoOffer = judgeWay(inputs, fees, offer, figures === null ? 'no-figures' : 'no-offer');
  const maxBuy = underAsk.net === null ? null : maxBuyPrice(underAsk.net, inputs.targetRoiBasisPoints);
  const why = underAsk.missing.filter((gap) => gap !== 'page-price');
  return {
    underAsk,
    intoOffer,
    maxBuy,
    maxBuyMissing: maxBuy !== null ? [] : underAsk.net === null ? why : ['no-price-would-do'],
    breakEven: judgeBreakEven(inputs, fees),
  };
}

function judgeBreakEven(inputs: DealInputs, fees: ResolvedFees | UnknownNet): DealWay {
  const { pagePrice, fx, schedule, profile } = inputs;
  const found = breakEvenPrice({ cost: pagePrice, otherCosts: null, fx, schedule, profile });
  if (found.kind === 'known') return judgeWay(inputs, fees, found.price, 'reachable-price');
  const missing = found.missing.map((gap) => (gap === 'cost' ? 'page-price' : gap));
  return { price: null, lines: null, net: null, profit: null, roiBasisPoints: null, missing };
}

function judgeWay(
  { pagePrice, currency, fx }: DealInputs,
  fees: ResolvedFees | UnknownNet,
  price: Money | null,
  noPrice: DealGap,
): DealWay {
  const lacking: DealGap[] = [...(price === null ? [noPrice] : []), ...(fees.kind === 'unknown' ? fees.missing : [])];
  const lines = price === null || fees.kind === 'unknown' ? null : netOf(price, fees);
  const net = lines === null ? null : inCurrency(lines.net, currency, fx, 'half-even');
  if (lines !== null && net === null) lacking.push('fx-rate');
  const buy = pagePrice === null ? null : inCurrency(pagePrice, currency, fx, 'half-even');
  if (pagePrice === null) lacking.push('page-price');
  else if (buy === null && !lacking.includes('fx-rate')) lacking.push('fx-rate');
  const profit = profitOf(net, buy);
  return { price, lines, net, profit, roiBasisPoints: roiOf(profit, buy), missing: lacking };
}
