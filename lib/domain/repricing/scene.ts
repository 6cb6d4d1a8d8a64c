import type { Money } from '../money/money';
import type { Competition } from './guards/own-listings';
import type { ChangeReason, DecisionInput, HoldReason, TrailLine } from './decision';
import type { GuardSettings } from './guard-settings';
import type { MarketView } from './market-view';
import type { RepricingRule } from './rule';
import type { RoundingWay, StrategyFacts } from './trail';

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

/** A guard that lets a listing on, or keeps its price as it is. */
export type Gate = { readonly line: TrailLine; readonly hold: HoldReason | null };

/** A guard that may move the price on its way. */
export interface Verdict extends Gate {
  readonly price: Money;
  /** Set when it moved the price. */
  readonly reason?: ChangeReason;
}

/** What a strategy wants, before any guard; `hold` when it wants nothing. */
export type Wish =
  | {
      readonly kind: 'price';
      readonly price: Money;
      readonly rounding: RoundingWay;
      readonly reason: ChangeReason;
      readonly facts: StrategyFacts;
    }
  | { readonly kind: 'hold'; readonly reason: HoldReason; readonly facts: StrategyFacts };
