import type { Money } from '../money/money';
import type { Instant } from '../time/instant';
import type { DecisionInput, ListingDecision } from './decision';
import type { GuardSettings } from './guard-settings';
import type { RepricingRule } from './rule';

/** What rules did before this run, as far as the limits of the run go. */
export interface RunHistory {
  /** Changes by rules in the last 24 hours. */
  readonly changesToday: number;
  /** How much asked prices fell by rules in the last 24 hours, rises apart. */
  readonly loweredToday: Money | null;
}

export interface RunInput {
  readonly items: readonly DecisionInput[];
  readonly rules: readonly RepricingRule[];
  readonly guards: GuardSettings;
  readonly history: RunHistory;
  /** Minutes from UTC to the seller's own time, for schedules. */
  readonly utcOffsetMinutes: number;
  readonly now: Instant;
}

export interface RunPlan {
  /** One for each listing, in the order given. */
  readonly decisions: readonly ListingDecision[];
  /** Why the breaker stopped everything: then no decision is a change. Null: it did not. */
  readonly stopped: BreakerReason | null;
}

export type BreakerReason = 'many-large-moves' | 'market-fell';
