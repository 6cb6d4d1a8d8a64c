import { shareOf, BASIS_POINTS } from '../../money/arithmetic';
import type { Money } from '../../money/money';
import type { DecisionInput, TrailLine } from '../decision';
import type { GuardSettings } from '../guard-settings';
import type { MarketView, PoolAsk } from '../market-view';
import { line, type OutlierReference } from '../trail';
import { isOwnPrice } from './own-listings';

export interface Believed {
  readonly asks: readonly PoolAsk[];
  readonly ignored: boolean;
  readonly line: TrailLine;
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
  const { reference, measure, limit } = limitOf(input, market, guards.outlierBasisPoints);
  const asks = market.asks.filter(
    ({ consigned, price }) => price.minor >= limit.minor || isOwnPrice(input, consigned, price),
  );
  const dropped = market.asks.find((ask) => !asks.includes(ask)) ?? null;
  const facts = {
    lowestAskMinor: lowestOf(market.asks),
    reference,
    referenceMinor: measure.minor,
    limitMinor: limit.minor,
    ignoredMinor: dropped?.price.minor ?? null,
    usedMinor: lowestOf(asks),
  };
  return { asks, ignored: dropped !== null, line: line('outlier', dropped === null ? 'passed' : 'noted', null, facts) };
}

interface Limit {
  readonly reference: OutlierReference;
  readonly measure: Money;
  /** The lowest ask that is believed. */
  readonly limit: Money;
}

/** The highest of the limits that apply. */
function limitOf({ listing }: DecisionInput, market: MarketView, outlierBasisPoints: number): Limit {
  const limits: Limit[] = [];
  const measured = (reference: OutlierReference, measure: Money | null) => {
    if (measure === null) return;
    limits.push({ reference, measure, limit: shareOf(measure, BASIS_POINTS - outlierBasisPoints, 'ceiling') });
  };
  if (market.medianSale !== null) measured('median-sale', market.medianSale);
  else measured('last-sale', market.lastSale);
  measured('highest-offer', market.highestOffer);
  if (limits.length === 0) measured('ask-before', market.askAWeekAgo ?? market.askADayAgo);
  if (limits.length === 0) measured('own-price', listing.price);
  const least = listing.catalogueMinimum;
  if (least !== null) limits.push({ reference: 'catalogue-minimum', measure: least, limit: least });
  return limits.reduce((highest, each) => (each.limit.minor > highest.limit.minor ? each : highest));
}

function lowestOf(asks: readonly PoolAsk[]): number | null {
  return asks.length === 0 ? null : Math.min(...asks.map(({ price }) => price.minor));
}
