import type { CostBasis, Floor } from '../fees/floor-price';
import type { Condition, ListingStatus, Packaging } from '../listings/listing';
import type { Money } from '../money/money';
import type { Instant } from '../time/instant';

/** One of the seller's listings, as far as its price goes. */
export interface PricedListing {
  readonly id: string;
  readonly externalId: string;
  readonly catalogId: string;
  readonly price: Money;
  readonly status: ListingStatus;
  readonly condition: Condition;
  readonly packaging: Packaging;
  readonly consigned: boolean;
  /** null: the product's chart does not tell it, so no price of the market fits. */
  readonly usSize: number | null;
  readonly listedAt: Instant;
  readonly styleCode: string | null;
  readonly brand: string;
  readonly tags: readonly string[];
  /** The seller's own bounds for this very pair, in the marketplace's currency. */
  readonly minimum: Money | null;
  readonly maximum: Money | null;
  readonly catalogueMinimum: Money | null;
  readonly catalogueMaximum: Money | null;
  /** When and how its price moved lately, newest first; at most the last twenty. */
  readonly moves: readonly PriceMove[];
}

export interface PriceMove {
  readonly at: Instant;
  readonly from: Money;
  readonly to: Money;
  readonly by: 'user' | 'rule' | 'sync';
}

/** What is known of the market of one variant (size, condition, box); null figures mean none. */
export interface VariantMarket {
  /** When these were read; null: never. */
  readonly readAt: Instant | null;
  readonly lowestAsk: Money | null;
  readonly highestOffer: Money | null;
  readonly lastSale: Money | null;
  /** Lowest asks apart, when they were read apart. */
  readonly lowestAskConsigned: Money | null;
  readonly lowestAskWithYou: Money | null;
  /** Sales of this size, newest first, as far as they were seen; alias tells no condition with them. */
  readonly sales: readonly { readonly at: Instant; readonly price: Money }[];
  /** Until when the sales were read. */
  readonly salesReadAt: Instant | null;
  /** The lowest ask as it was about a day and a week ago; null when not known. */
  readonly askADayAgo: Money | null;
  readonly askAWeekAgo: Money | null;
}

/** Everything one decision is made from. The same input gives the same decision, always. */
export interface DecisionInput {
  readonly listing: PricedListing;
  readonly market: VariantMarket;
  /** Live asks of all own listings of the same variant, this one included, cheapest first. */
  readonly own: readonly { readonly id: string; readonly price: Money; readonly consigned: boolean }[];
  /** Cost, fees and rate behind the floor. */
  readonly basis: CostBasis;
  /** Arm of a running experiment this listing was put into: its distance from the lowest ask in basis points. */
  readonly arm: { readonly experimentId: string; readonly basisPoints: number } | null;
  /** A write to this listing that is still under way. */
  readonly hasOpenWrite: boolean;
  readonly now: Instant;
}

/** The guards in the order they speak, and what is not one but leaves a line too. */
export type GuardName =
  | 'listing'
  | 'rule'
  | 'freshness'
  | 'variant'
  | 'outlier'
  | 'own-listings'
  | 'strategy'
  | 'step'
  | 'cool-down'
  | 'rounding'
  | 'instant-sale'
  | 'catalogue'
  | 'ceiling'
  | 'floor'
  | 'siblings'
  | 'run-limit';

/**
 * One line of the trail: which guard, what it made of the price, on what facts. Told in words by the screens; the keys
 * of each guard are listed in trail.ts.
 */
export interface TrailLine {
  readonly guard: GuardName;
  readonly did: 'passed' | 'moved' | 'held' | 'noted';
  /** The price after it; null where there is none yet. */
  readonly price: Money | null;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** Why a price is left as it is. */
export type HoldReason =
  | 'no-rule'
  | 'rule-invalid' // its bounds or figures cannot be meant; `problem` in the trail says which
  | 'not-live'
  | 'write-under-way'
  | 'schedule'
  | 'stale'
  | 'size-unknown'
  | 'condition-unknown'
  | 'cost-unknown'
  | 'fees-unknown'
  | 'rate-unknown'
  | 'floor-unreachable'
  | 'ceiling-unknown'
  | 'bounds-contradict'
  | 'no-market'
  | 'outlier' // the only asks known are taken for a mistake or a trap
  | 'not-yet' // the rule waits: for the listing's age, its next step, or a sign of the market
  | 'not-enough-sales'
  | 'currency'
  | 'market-below-floor'
  | 'already-there'
  | 'own-is-lowest'
  | 'cool-down'
  | 'daily-limit'
  | 'loop'
  | 'too-small'
  | 'would-sell-at-once'
  | 'out-of-reach' // the nearest price within the bounds is further than one step
  | 'not-in-experiment'
  | 'run-limit'
  | 'loss-budget'
  | 'breaker';

export type ChangeReason =
  | 'strategy'
  | 'step'
  | 'floor'
  | 'ceiling'
  | 'above-offer'
  | 'siblings'
  | 'catalogue'
  | 'alone';

export type Decision =
  | {
      readonly kind: 'change';
      readonly to: Money;
      readonly reason: ChangeReason;
      readonly trail: readonly TrailLine[];
      readonly floor: Money;
      readonly ceiling: Money;
    }
  | {
      readonly kind: 'hold';
      readonly reason: HoldReason;
      readonly trail: readonly TrailLine[];
      readonly floor: Floor;
      readonly ceiling: Money | null;
    };

/** A decision with what it is about. */
export interface ListingDecision {
  readonly listingId: string;
  readonly ruleId: string | null;
  readonly from: Money;
  readonly decision: Decision;
}
