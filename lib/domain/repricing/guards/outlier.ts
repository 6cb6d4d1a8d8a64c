import { BASIS_POINTS } from '../../money/arithmetic';
import type { Money } from '../../money/money';
import type { DecisionInput, TrailLine } from '../decision';
import type { GuardSettings } from '../guard-settings';
import type { MarketView, PoolAsk } from '../market-view';
import { line, type OutlierReference } from '../trail';
import { share } from '../whole-price';
import { isOwnPrice } from './own-listings';

export interface Believed {
  readonly asks: readonly PoolAsk[];
  /** The first one that is not believed; null: all are. */
  readonly ignored: PoolAsk | null;
}

/**
 * Leaves out asks that are too low to be meant: so far below the median of recent sales (the last sale where there are
 * too few), below the highest offer, or below what the catalogue allows at all. Where neither a sale nor an offer is
 * known, the ask of a week or a day ago is the measure, and without one the own price: nothing then confirms such a fall.
 *
 * An ask that is ignored is not followed; where consigned pairs and others are told apart, the other ask stays.
 *
 * @example sales around $180 and 35 %: asks below $117 are ignored, be it $116 or $1
 */
export function believedAsks(input: DecisionInput, market: MarketView, guards: GuardSettings): Believed {
  const { limit } = limitOf(input, market, guards);
  let asks = market.asks;
  let ignored: PoolAsk | null = null;
  for (const ask of market.asks) {
    if (ask.price.minor >= limit.minor || isOwnPrice(input, ask.consigned, ask.price)) continue;
    ignored ??= ask;
    asks = asks.filter((each) => each !== ask);
  }
  return { asks, ignored };
}

export function outlierLine(
  input: DecisionInput,
  market: MarketView,
  guards: GuardSettings,
  { asks, ignored }: Believed,
): TrailLine {
  const { reference, measure, limit } = limitOf(input, market, guards);
  return line('outlier', ignored === null ? 'passed' : 'noted', null, {
    lowestAskMinor: lowestOf(market.asks),
    reference,
    referenceMinor: measure.minor,
    limitMinor: limit.minor,
    ignoredMinor: ignored?.price.minor ?? null,
    usedMinor: lowestOf(asks),
  });
}

interface Limit {
  readonly reference: OutlierReference;
  readonly measure: Money;
  /** The lowest ask that is believed. */
  readonly limit: Money;
}

/** The highest of the limits that apply. */
function limitOf({ listing }: DecisionInput, market: MarketView, { outlierBasisPoints }: GuardSettings): Limit {
  const [reference, measure] = measureOf(market) ?? (['own-price', listing.price] as const);
  const limit = share(measure, BASIS_POINTS - outlierBasisPoints, 'up');
  const least = listing.catalogueMinimum;
  if (least === null || least.minor <= limit.minor) return { reference, measure, limit };
  return { reference: 'catalogue-minimum', measure: least, limit: least };
}

function measureOf(market: MarketView): readonly [OutlierReference, Money] | null {
  const { medianSale, lastSale, highestOffer } = market;
  const sale = medianSale ?? lastSale;
  if (highestOffer !== null && (sale === null || highestOffer.minor > sale.minor)) {
    return ['highest-offer', highestOffer];
  }
  if (sale !== null) return [medianSale === null ? 'last-sale' : 'median-sale', sale];
  const before = market.askAWeekAgo ?? market.askADayAgo;
  return before === null ? null : ['ask-before', before];
}

function lowestOf(asks: readonly PoolAsk[]): number | null {
  let lowest: number | null = null;
  for (const { price } of asks) lowest = lowest === null ? price.minor : Math.min(lowest, price.minor);
  return lowest;
}
