import type { Money } from '../money/money';
import type { Instant } from '../time/instant';
import type { DecisionInput, ListingDecision } from './decision';
import { deliberate } from './deliberate';
import type { GuardSettings } from './guard-settings';
import { firstMatch, inOrder } from './match-rule';
import type { RepricingRule } from './rule';
import { tellWhenRead } from './tell-when-read';
import { alignSiblings } from './run/align-siblings';
import { breakerOf } from './run/breaker';
import { hold, isChange, NO_NOTES, type Draft } from './run/draft';
import { groupVariants } from './run/group-variants';
import { limitListings } from './run/limit-listings';
import { limitRun } from './run/limit-run';
import { line } from './trail';

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

/**
 * One run: the rule of each listing, its decision, then what goes for all of them together. Own listings of one variant
 * never undercut each other; no listing moves too often or in circles; the breaker stops a run that looks wrong as a
 * whole; the run, the day and the loss budget have their limits.
 *
 * The order of items does not matter: what the limits leave is chosen by who waited longest, then by id.
 *
 * @example 600 listings would change and a run may change 500: 500 changes, 100 holds with `run-limit`
 */
export function planRun({ items, rules, guards, history, utcOffsetMinutes, now }: RunInput): RunPlan {
  const ordered = inOrder(rules);
  const drafts: readonly Draft[] = items.map((input) => {
    const rule = firstMatch(input.listing, ordered, input.now, utcOffsetMinutes, input.arm?.experimentId ?? null);
    const { decision, floor, competingAsk } = deliberate({ input, rule, guards, utcOffsetMinutes }, null);
    return { input, rule, floor, competingAsk, decision, notes: NO_NOTES };
  });
  const variants = groupVariants(drafts);
  alignSiblings(variants, guards);
  const takenBack = limitListings(drafts, guards, now);
  const stopped = breakerOf(variants, guards, now);
  if (stopped === null) {
    // What was taken back stays where it is, and its siblings must not pass it.
    if (limitRun(drafts, guards, history) || takenBack) alignSiblings(variants, guards);
  } else stopAll(drafts, stopped, guards);
  const decisions = drafts.map(({ input, rule, decision, notes }) => ({
    listingId: input.listing.id,
    ruleId: rule?.id ?? null,
    from: input.listing.price,
    decision: tellWhenRead(decision, { input, rule, guards, utcOffsetMinutes }, notes),
  }));
  return { decisions, stopped };
}

function stopAll(drafts: readonly Draft[], cause: BreakerReason, guards: GuardSettings): void {
  const changes = drafts.filter(isChange);
  for (const draft of changes) {
    const facts = { limit: 'breaker', most: guards.breakerMoves, used: changes.length, cause } as const;
    hold(draft, 'breaker', line('run-limit', 'held', draft.input.listing.price, facts));
  }
}
