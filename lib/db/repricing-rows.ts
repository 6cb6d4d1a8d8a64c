import type { Decision, VariantMarket } from '@/lib/domain/repricing/decision';
import type { RepricingRule } from '@/lib/domain/repricing/rule';
import type { Money } from '@/lib/domain/money/money';
import type { Instant } from '@/lib/domain/time/instant';
import type { Stamped } from './rows';

export interface RepricingRuleRow extends Stamped, RepricingRule {
  readonly deletedAt: Instant | null;
}

/**
 * What a run made of a listing. Kept for two years; a decision that only repeats the one before it, on the same figures,
 * is not written again: it stands from `at` until the listing's next one. Changes that are sent, or that a person asked
 * to see, are always written.
 */
export interface RepricingDecisionRow {
  readonly id: string;
  readonly runId: string;
  readonly listingId: string;
  readonly ruleId: string | null;
  readonly at: Instant;
  readonly kind: Decision['kind'];
  readonly from: Money;
  readonly decision: Decision;
  /** The market as it was seen, sales apart: those are kept by themselves. */
  readonly seen: Omit<VariantMarket, 'sales'>;
}

export interface RepricingRunRow {
  readonly id: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly mode: 'preview' | 'live';
  readonly trigger: 'schedule' | 'person';
  /** Listings looked at, prices that change, and those that stay. */
  readonly considered: number;
  readonly changes: number;
  readonly holds: number;
  /** Why everything was stopped; null: it was not. */
  readonly stopped: string | null;
  /** The writes of it; null: none were made. */
  readonly groupId: string | null;
  /** State of the rules it went by, see `rulesMark`: whether somebody changed them since. */
  readonly rules?: string;
}
