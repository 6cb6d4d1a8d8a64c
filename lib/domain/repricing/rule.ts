import type { ProfitTarget } from '../fees/floor-price';
import type { Money } from '../money/money';

/** How far from a reference: a whole amount, or a share of it in basis points. */
export type Distance =
  | { readonly kind: 'amount'; readonly amount: Money }
  | { readonly kind: 'percent'; readonly basisPoints: number };

/**
 * Where a rule wants the price, before any guard.
 *
 * - `position`: against the lowest competing ask, below, at or above it;
 * - `velocity`: the highest price that still sells within so many days, by the pace of that size;
 * - `margin`: hold what the target brings; follow the market (as `position` below by `distance`) only above it;
 * - `aging`: from `afterDays` on, `stepBasisPoints` down every `everyDays`, at most `mostBasisPoints` in all; back to the
 *   first price after `revertAfterDays` at the bottom, null never;
 * - `dynamic`: up a step when asks thin out or sales speed up, down a step when nothing moves for `quietDays`;
 * - `experiment`: the price of the arm the listing was put into.
 */
export type Strategy =
  | { readonly kind: 'position'; readonly side: 'below' | 'match' | 'above'; readonly distance: Distance }
  | { readonly kind: 'velocity'; readonly days: number }
  | { readonly kind: 'margin'; readonly target: ProfitTarget; readonly distance: Distance }
  | {
      readonly kind: 'aging';
      readonly afterDays: number;
      readonly everyDays: number;
      readonly stepBasisPoints: number;
      readonly mostBasisPoints: number;
      readonly revertAfterDays: number | null;
    }
  | { readonly kind: 'dynamic'; readonly stepBasisPoints: number; readonly quietDays: number }
  | { readonly kind: 'experiment'; readonly experimentId: string };

/** What to do when nobody else sells, and when the market is below the floor. */
export interface Fallbacks {
  readonly alone: 'hold' | 'ceiling' | 'last-sale';
  readonly belowFloor: 'floor' | 'hold' | 'ceiling';
}

/** The least a sale under this rule must bring. The pair's own minimum and the catalogue's count besides. */
export interface FloorPolicy {
  readonly target: ProfitTarget;
  readonly ownMinimum: Money | null;
}

/** The most a rule may ask: an amount, or a share of a reference (12,500 is 125 % of the last sale). Never absent. */
export type CeilingPolicy =
  | { readonly kind: 'amount'; readonly amount: Money }
  | {
      readonly kind: 'reference';
      readonly of: 'last-sale' | 'median-sale' | 'lowest-ask';
      readonly basisPoints: number;
    }
  | { readonly kind: 'floor'; readonly basisPoints: number };

/** Which listings a rule is about; an empty list or null does not narrow. All that is named must fit. */
export interface RuleScope {
  readonly brands: readonly string[];
  readonly styleCodes: readonly string[];
  readonly usSizes: readonly number[];
  readonly tags: readonly string[];
  /** Days since it was listed. */
  readonly age: { readonly from: number | null; readonly to: number | null };
  readonly price: { readonly from: Money | null; readonly to: Money | null };
  readonly consigned: boolean | null;
}

/** When a rule applies, in the seller's own time; null: always. Hours may run over midnight. */
export interface RuleSchedule {
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
  readonly fromMinute: number;
  readonly toMinute: number;
}

export interface RuleSettings {
  readonly scope: RuleScope;
  readonly schedule: RuleSchedule | null;
  readonly strategy: Strategy;
  readonly fallbacks: Fallbacks;
  readonly floor: FloorPolicy;
  readonly ceiling: CeilingPolicy;
}

/** Of the rules that are on and fit a listing, the one with the lowest `priority` decides. */
export interface RepricingRule {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly priority: number;
  readonly settings: RuleSettings;
}
