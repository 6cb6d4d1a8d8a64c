import type { Money } from '../money/money';
import type { BoundKind } from './price-bounds';
import type { GuardName, TrailLine } from './decision';

/**
 * The facts of each guard's line. Amounts (`…Minor`) are the smallest units of the listing's currency, shares are basis
 * points, null is "not known" or "none". A guard leaves out what it did not come to look at. Screens word them; keys are
 * only ever added, since trails are kept for two years.
 */
export interface TrailFacts {
  /** `currencyOf`: what is kept in a currency other than the listing's. */
  readonly listing: {
    readonly status?: string;
    readonly openWrite?: boolean;
    readonly currency?: string;
    readonly otherCurrency?: string;
    readonly currencyOf?: string;
    readonly unusable?: string;
  };
  readonly rule: {
    readonly ruleId?: string;
    readonly priority?: number;
    readonly problem?: string;
    readonly path?: string;
    readonly inSchedule?: boolean;
    readonly inScope?: boolean;
  };
  /** `ageMinutes` null: never read. `beforeOwnMove`: read before the listing's own last change. */
  readonly freshness: {
    readonly ageMinutes: number | null;
    readonly limitMinutes: number;
    readonly beforeOwnMove: boolean;
  };
  readonly variant: { readonly usSize: number | null; readonly condition: string; readonly packaging: string };
  /** `reference`: what the lowest ask was measured against, and `limitMinor` the lowest one that is believed. */
  readonly outlier: {
    readonly lowestAskMinor: number | null;
    readonly reference: OutlierReference | null;
    readonly referenceMinor: number | null;
    readonly limitMinor: number | null;
    readonly ignoredMinor: number | null;
    readonly usedMinor: number | null;
  };
  /** `standing` is what that makes of the market: see Competition. */
  readonly 'own-listings': {
    readonly standing: string;
    readonly ownListings: number;
    readonly lowestOwnMinor: number;
    readonly competingAskMinor: number | null;
  };
  readonly strategy: StrategyFacts;
  readonly step: {
    readonly fromMinor: number;
    readonly lowestMinor: number;
    readonly highestMinor: number;
    readonly maxDownBasisPoints: number;
    readonly maxUpBasisPoints: number;
  };
  readonly 'cool-down': {
    readonly minutesSinceMove?: number | null;
    readonly cooldownMinutes?: number;
    readonly changeMinor?: number;
    readonly smallestStepMinor?: number;
    readonly belowFloor?: boolean;
  };
  readonly rounding: { readonly way: RoundingWay };
  readonly 'instant-sale': { readonly highestOfferMinor: number | null; readonly lowestMinor: number | null };
  readonly catalogue: { readonly minimumMinor: number | null; readonly maximumMinor: number | null };
  readonly ceiling: {
    readonly ceilingMinor: number | null;
    readonly decidedBy?: BoundKind | null;
    readonly referenceMinor?: number | null;
    readonly floorMinor?: number;
  };
  /** `missing`: the first input that is not known, `missingAll` all of them with commas between. */
  readonly floor: {
    readonly floorMinor?: number;
    readonly decidedBy?: string;
    readonly targetMinor?: number;
    readonly missing?: string;
    readonly missingAll?: string;
  };
  readonly siblings: { readonly siblingMinor: number; readonly wantedMinor: number };
  readonly 'run-limit': {
    readonly limit: 'changes-per-listing' | 'loop' | 'changes-per-run' | 'changes-per-day' | 'loss-per-day' | 'breaker';
    readonly most: number | null;
    readonly used: number;
    readonly cause?: string;
  };
}

export type OutlierReference =
  | 'median-sale'
  | 'last-sale'
  | 'highest-offer'
  | 'catalogue-minimum'
  | 'ask-before'
  | 'own-price';

export type RoundingWay = 'down' | 'up' | 'nearest';

/** What a strategy looked at; which of them depends on its kind. */
export interface StrategyFacts {
  readonly kind: string;
  /** Why it wants nothing. */
  readonly hold?: string;
  readonly wantedMinor?: number | null;
  readonly referenceMinor?: number | null;
  readonly side?: string;
  readonly distanceMinor?: number | null;
  readonly distanceBasisPoints?: number | null;
  /** The market has no ask, is below the floor, or only own asks: what the rule does then. */
  readonly fallback?: string;
  /** Own price is the lowest, and something known says that more can be asked. */
  readonly climb?: boolean;
  readonly climbLimitMinor?: number | null;
  readonly heldMinor?: number;
  readonly days?: number;
  readonly salesPerWeek?: number | null;
  readonly salesNeeded?: number | null;
  readonly salesSeen?: number;
  readonly ageDays?: number;
  readonly firstMinor?: number;
  readonly bottomMinor?: number;
  readonly nextStepInDays?: number;
  readonly turn?: 'down' | 'bottom' | 'revert' | 'wait' | 'up';
  readonly sign?: string | null;
  readonly experimentId?: string | null;
  readonly armBasisPoints?: number | null;
}

export type Did = TrailLine['did'];

/** One line, with the keys its guard has. */
export function line<Guard extends GuardName>(
  guard: Guard,
  did: Did,
  price: Money | null,
  facts: TrailFacts[Guard],
): TrailLine {
  return { guard, did, price, facts: facts as TrailLine['facts'] };
}
