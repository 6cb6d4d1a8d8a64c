import type { DecisionInput, HoldReason, ListingDecision, PricedListing } from '@/lib/domain/repricing/decision';
import type { GuardSettings } from '@/lib/domain/repricing/guard-settings';
import { isOpen, matchRule } from '@/lib/domain/repricing/match-rule';
import { planRun, type BreakerReason } from '@/lib/domain/repricing/plan-run';
import type { RuleSettings } from '@/lib/domain/repricing/rule';
import { MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import type { OffsetAt } from '@/lib/domain/time/period';
import type { PreviewGround } from '@/lib/queries/rule-preview';

/** A rule as it stands in the editor. */
export interface EditedRule {
  /** null: a new one, which comes last. */
  readonly id: string | null;
  readonly name: string;
  readonly settings: RuleSettings;
}

export interface RulePreview {
  /** Listings that fit this rule. */
  readonly decided: number;
  readonly changes: readonly ListingDecision[];
  /** The most frequent reason first. */
  readonly holds: readonly { readonly reason: HoldReason; readonly count: number }[];
  /** Those of them that a rule above it decides about. */
  readonly above: number;
  /** It does not count at this hour; it was planned as if it did. */
  readonly closed: boolean;
  readonly stopped: BreakerReason | null;
}

/** A rule that is not kept yet comes last. */
const NEW = { id: 'edited', priority: Number.MAX_SAFE_INTEGER };

/**
 * What a run would do now by this rule alone, were it on, on prices however old they are: a run reads those that are too
 * old anew before it decides.
 */
export function planPreview(
  { items, rules, history }: PreviewGround,
  edited: EditedRule,
  guards: GuardSettings,
  now: Instant,
  offsetAt: OffsetAt,
): RulePreview {
  const { id, priority } = rules.find((rule) => rule.id === edited.id) ?? NEW;
  const rule = { id, name: edited.name, enabled: true, priority, settings: { ...edited.settings, schedule: null } };
  const others = rules.filter((each) => each.id !== id);
  const utcOffsetMinutes = offsetAt(now) / MINUTE_MS;
  const plan = planRun({ items: items.map(asIfFresh(now)), rules: [rule], guards, history, utcOffsetMinutes, now });
  const own = plan.decisions.filter(({ ruleId }) => ruleId === id);
  const fits = new Set(own.map(({ listingId }) => listingId));
  const isAbove = (listing: PricedListing) =>
    fits.has(listing.id) && matchRule(listing, [...others, rule], now, utcOffsetMinutes)?.id !== id;
  return {
    decided: own.length,
    changes: own.filter(({ decision }) => decision.kind === 'change'),
    holds: countHolds(own),
    above: items.filter(({ listing }) => isAbove(listing)).length,
    closed: !isOpen(edited.settings.schedule, now, utcOffsetMinutes),
    stopped: plan.stopped,
  };
}

function countHolds(decisions: readonly ListingDecision[]): RulePreview['holds'] {
  const reasons = new Map<HoldReason, number>();
  for (const { decision } of decisions)
    if (decision.kind === 'hold') reasons.set(decision.reason, (reasons.get(decision.reason) ?? 0) + 1);
  return [...reasons].map(([reason, count]) => ({ reason, count })).toSorted((a, b) => b.count - a.count);
}

/** As a run would find it: read a moment ago. What was never read stays so. */
function asIfFresh(now: Instant) {
  return (item: DecisionInput): DecisionInput => {
    const { market } = item;
    if (market.readAt === null) return item;
    const salesReadAt = market.salesReadAt === null ? null : now;
    return { ...item, market: { ...market, readAt: now, salesReadAt } };
  };
}
