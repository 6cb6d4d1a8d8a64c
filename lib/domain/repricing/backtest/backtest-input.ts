import type { CostBasis } from '../../fees/floor-price';
import type { Money } from '../../money/money';
import type { Instant } from '../../time/instant';
import type { PricedListing, PriceMove } from '../decision';
import type { GuardSettings } from '../guard-settings';
import type { RepricingRule } from '../rule';

/** Figures of a variant from a moment on; null figures mean none. */
export interface MarketStep {
  readonly at: Instant;
  readonly lowestAsk: Money | null;
  readonly highestOffer: Money | null;
  readonly lastSale: Money | null;
}

export interface MarketHistory {
  /** Oldest first. */
  readonly steps: readonly MarketStep[];
  /** When the prices were read last: until then the last step holds; null: never. */
  readonly readAt: Instant | null;
}

export interface SizeSales {
  /** Oldest first, from before the time replayed too: decisions look back on them. */
  readonly sales: readonly { readonly at: Instant; readonly price: Money }[];
  readonly readAt: Instant | null;
}

/** An own listing over the time replayed. */
export interface ReplayedListing {
  /** As it is now; price and moves are put in as they were, or would have been, at each moment. */
  readonly listing: Omit<PricedListing, 'price' | 'moves' | 'status'>;
  /** On sale from then on, as far as the books know its price. */
  readonly from: Instant;
  /** When the seller took it off; null: not within the time. A pair that sold stays on sale until the replay sells it. */
  readonly until: Instant | null;
  /** When it really sold; null: it did not, within the time. */
  readonly soldAt: Instant | null;
  /** Its price at `from`. */
  readonly firstPrice: Money;
  /** How its price really moved, oldest first; moves before `from` are only looked back on. */
  readonly moves: readonly PriceMove[];
  /** Key of its market: `variantId`. */
  readonly variant: string;
  /** Key of the sales of its size. */
  readonly size: string;
  readonly basis: CostBasis;
  /** What a sale would bring, in minor units of the seller's currency; null: cost, fees or a rate are unknown. */
  readonly profitAt: (price: Money) => number | null;
}

export interface BacktestInput {
  readonly listings: readonly ReplayedListing[];
  readonly markets: ReadonlyMap<string, MarketHistory>;
  readonly sales: ReadonlyMap<string, SizeSales>;
  /** The rules that decide, whether they are on or not. */
  readonly rules: readonly RepricingRule[];
  readonly guards: GuardSettings;
  readonly from: Instant;
  readonly to: Instant;
  /** Between two decisions. */
  readonly everyMs: number;
  /** Minutes from UTC to the seller's own time, for schedules. */
  readonly utcOffsetAt: (at: Instant) => number;
}
