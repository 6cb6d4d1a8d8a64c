import { netOf, resolveFees, type KnownNet, type ResolvedFees, type UnknownNet } from '../fees/estimate-net';
import type { FeeProfile, FeeSchedule, MissingFee } from '../fees/fee-schedule';
import { breakEvenPrice } from '../fees/floor-price';
import type { CurrencyCode } from '../money/currency';
import { inCurrency, type FxRate } from '../money/fx';
import type { Money } from '../money/money';
import { profitOf, roiOf } from '../pnl/profit';
import { priceAt, type Figures } from '../pnl/unrealised';
import { landedCost, type AddedCosts, type LandedCost } from './landed-cost';
import { maxBuyPrice, maxPagePrice } from './max-buy-price';

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
  /** Net less the landed cost; where that is not complete, the most it can be. */
  readonly profit: Money | null;
  readonly roiBasisPoints: number | null;
  readonly missing: readonly DealGap[];
}

export interface Deal {
  /** Listed one whole unit under the lowest ask. */
  readonly underAsk: DealWay;
  /** Sold into the highest offer at once. */
  readonly intoOffer: DealWay;
  /** What the pair costs until it is here, with what is missing of it; null without a price to add to. */
  readonly landed: LandedCost | null;
  /**
   * The most the page may ask so that, with all it is known to add, selling under the lowest ask still brings the
   * return asked for.
   */
  readonly maxBuy: Money | null;
  readonly maxBuyMissing: readonly DealGap[];
  /** Sold at the lowest whole price that brings back the landed cost. */
  readonly breakEven: DealWay;
}

export interface DealInputs {
  /** What the page asks for this size, before whatever it adds; null when it names no price. */
  readonly pagePrice: Money | null;
  /** What the site adds to it, in the deal's currency. */
  readonly added: AddedCosts;
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
 * @example page $105, nothing known to be added, lowest ask $98, highest offer $90 (US prepaid, rating 90): under the ask $97 nets $80.38, so
 * −$24.62 (−23.45 %); the offer nets $74.23, so −$30.77; for 15 % the pair may cost $69.89; sold for $126 it brings
 * its $105 back, since $125 nets $104.99
 */
export function judgeDeal(inputs: DealInputs): Deal {
  const fees = resolveFees(inputs.schedule, inputs.profile);
  const { figures } = inputs;
  const landed = landedOf(inputs);
  const given: Given = { ...inputs, fees, landed };
  const ask = figures === null ? null : priceAt(figures, 'lowest-ask-minus-1');
  const noAsk = figures?.lowestAsk == null ? 'no-ask' : 'ask-too-low';
  const underAsk = judgeWay(given, ask, figures === null ? 'no-figures' : noAsk);
  const offer = figures?.highestOffer ?? null;
  const intoOffer = judgeWay(given, offer, figures === null ? 'no-figures' : 'no-offer');
  const most = underAsk.net === null ? null : maxBuyPrice(underAsk.net, inputs.targetRoiBasisPoints);
  const maxBuy = most === null ? null : maxPagePrice(most, inputs.added);
  const why = underAsk.missing.filter((gap) => gap !== 'page-price');
  return {
    underAsk,
    intoOffer,
    landed,
    maxBuy,
    maxBuyMissing: maxBuy !== null ? [] : underAsk.net === null ? why : ['no-price-would-do'],
    breakEven: judgeBreakEven(given),
  };
}

interface Given extends DealInputs {
  readonly fees: ResolvedFees | UnknownNet;
  readonly landed: LandedCost | null;
}

function landedOf({ pagePrice, currency, fx, added }: DealInputs): LandedCost | null {
  const here = pagePrice === null ? null : inCurrency(pagePrice, currency, fx, 'half-even');
  return here === null ? null : landedCost(here, added);
}

function judgeBreakEven(given: Given): DealWay {
  const { pagePrice, landed, fx, schedule, profile } = given;
  const found = breakEvenPrice({ cost: landed?.total ?? null, otherCosts: null, fx, schedule, profile });
  if (found.kind === 'known') return judgeWay(given, found.price, 'reachable-price');
  const noCost = pagePrice === null ? 'page-price' : 'fx-rate';
  const missing = found.missing.map((gap) => (gap === 'cost' ? noCost : gap));
  return { price: null, lines: null, net: null, profit: null, roiBasisPoints: null, missing };
}

function judgeWay({ pagePrice, currency, fx, fees, landed }: Given, price: Money | null, noPrice: DealGap): DealWay {
  const lacking: DealGap[] = [...(price === null ? [noPrice] : []), ...(fees.kind === 'unknown' ? fees.missing : [])];
  const lines = price === null || fees.kind === 'unknown' ? null : netOf(price, fees);
  const net = lines === null ? null : inCurrency(lines.net, currency, fx, 'half-even');
  if (lines !== null && net === null) lacking.push('fx-rate');
  if (pagePrice === null) lacking.push('page-price');
  else if (landed === null && !lacking.includes('fx-rate')) lacking.push('fx-rate');
  const cost = landed?.total ?? null;
  const profit = profitOf(net, cost);
  return { price, lines, net, profit, roiBasisPoints: roiOf(profit, cost), missing: lacking };
}
