import type { Floor } from '../fees/floor-price';
import type { Money } from '../money/money';
import type { Competition } from './guards/own-listings';
import type { StepBounds } from './guards/step';
import type { ChangeReason, DecisionInput, GuardName, HoldReason, TrailLine } from './decision';
import type { GuardSettings } from './guard-settings';
import type { MarketView } from './market-view';
import type { KnownFloor } from './price-bounds';
import type { RepricingRule } from './rule';
import type { RoundingWay, StrategyFacts, TrailFacts } from './trail';

/** What a decision is asked about, before there is a price to speak of. */
export interface Asked {
  readonly input: DecisionInput;
  readonly rule: RepricingRule | null;
  readonly guards: GuardSettings;
  readonly market: MarketView;
  readonly floor: Floor;
  readonly utcOffsetMinutes: number;
}

/** What is known of a listing once it has come as far as its price: all amounts are in its currency. */
export interface Scene {
  readonly input: DecisionInput;
  readonly rule: RepricingRule;
  readonly guards: GuardSettings;
  readonly market: MarketView;
  readonly competition: Competition;
  /** The price it has. */
  readonly price: Money;
  readonly floor: Money;
  readonly ceiling: Money;
  /** The price it has is below its floor. Then only the limits of a run may keep it from being raised. */
  readonly belowFloor: boolean;
}

/** A price on its way from what a strategy wants to what is decided. */
export interface Passage {
  readonly scene: Scene;
  readonly steps: StepBounds;
  readonly floor: KnownFloor;
  readonly rounding: RoundingWay;
}

/**
 * A guard that lets a listing on, or keeps its price as it is. What it saw is told apart from what it says: thousands of
 * decisions are made for each one whose trail somebody reads.
 */
export interface Gate {
  /** Why the price is left as it is; null: the listing goes on. */
  judge(asked: Asked): HoldReason | null;
  /** Its line of the trail; null: none. */
  tell(asked: Asked, hold: HoldReason | null): TrailLine | null;
}

/** A guard that may move the price on its way. */
export interface PriceGuard<Name extends GuardName = GuardName> {
  readonly name: Name;
  /** null: the price may go on as it is. */
  judge(price: Money, passage: Passage): Ruling | null;
  /** What it looked at, of the price it was shown. */
  facts(price: Money, passage: Passage): TrailFacts[Name];
}

/** `reason` null: the price is moved, but what it is for stays the same. */
export type Ruling =
  | { readonly hold: HoldReason }
  | { readonly hold: null; readonly price: Money; readonly reason: ChangeReason | null };

/** What a strategy wants, before any guard; `hold` when it wants nothing. `facts` is asked for when the trail is. */
export type Wish =
  | {
      readonly kind: 'price';
      readonly price: Money;
      readonly rounding: RoundingWay;
      readonly reason: ChangeReason;
      readonly facts: () => StrategyFacts;
    }
  | { readonly kind: 'hold'; readonly reason: HoldReason; readonly facts: () => StrategyFacts };
